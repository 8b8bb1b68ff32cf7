import themes from './themes.json';

/** VS Code's own default themes. */
export type ThemeName = keyof typeof themes;

/**
 * Puts a theme in force the way VS Code does: variables on the root element, then the classes of the body. The values
 * are those a webview of VS Code 1.139 has in the theme; a variable that a theme leaves out is missing here too.
 */
export function applyTheme(name: ThemeName): void {
  const { classes, kind, variables } = themes[name];
  const { style } = document.documentElement;
  for (const property of [...style]) style.removeProperty(property);
  for (const [key, value] of Object.entries(variables)) style.setProperty(`--vscode-${key}`, value);
  document.body.className = classes;
  document.body.dataset['vscodeThemeKind'] = kind;
}
