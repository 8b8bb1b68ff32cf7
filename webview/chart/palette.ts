/** The colours of the chart, resolved from the theme; whether to draw outlines in place of fills. */
export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly points: string;
  readonly fit: string;
  readonly rival: string;
  readonly plateau: string;
  readonly marker: string;
  /** By how severe a finding is. */
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly fontFamily: string;
  readonly highContrast: boolean;
}

/**
 * Reads the theme as it is now. VS Code defines every one of these variables; `currentColor`'s value stands in
 * for those an old theme leaves empty, so that nothing is ever drawn invisible.
 */
export function readPalette(): Palette {
  const style = getComputedStyle(document.body);
  const read = (...names: readonly string[]) =>
    names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ??
    style.color;
  return {
    text: read('foreground'),
    muted: read('descriptionForeground', 'foreground'),
    grid: read('charts-lines', 'panel-border', 'foreground'),
    background: read('editor-background'),
    points: read('charts-foreground', 'foreground'),
    fit: read('charts-blue'),
    rival: read('charts-purple'),
    plateau: read('charts-green'),
    // Not charts-orange: it is the minimap's find match, translucent in dark and light, missing in high contrast.
    marker: read('charts-yellow'),
    error: read('errorForeground', 'charts-red'),
    warning: read('editorWarning-foreground', 'charts-yellow'),
    info: read('editorInfo-foreground', 'charts-blue'),
    fontFamily: style.fontFamily,
    highContrast: document.body.className.includes('vscode-high-contrast'),
  };
}

/** A colour of the theme made fainter; the browser does the mixing, so every notation a theme may use works. */
export function withOpacity(colour: string, opacity: number): string {
  return opacity >= 1 ? colour : `color-mix(in srgb, ${colour} ${Math.round(opacity * 100)}%, transparent)`;
}

/** Calls back when VS Code has switched the theme (it swaps the classes of the body). */
export function onThemeChange(listener: () => void): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id', 'data-vscode-theme-kind'],
  });
}
