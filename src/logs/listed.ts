import { t } from '@vscode/l10n';
/** The first names and how many more there are: "a, b, c and 5 more". */
export function listed(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? t('{0} and {1} more', shown, names.length - most) : shown;
}
