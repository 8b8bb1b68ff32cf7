import { t } from '@vscode/l10n';
import { COLUMNS_OF_MODE } from './columnsOfMode';
import type { FailureMode } from './finding';
import type { Stack } from './stackOf';

/** What to say where a mode's column is missing: which, and how it is logged in the user's own stack. */
export function missingColumn(
  mode: FailureMode,
  stack: Stack,
): { readonly summary: string; readonly advice: readonly string[] } {
  const { needsInWords, advice } = COLUMNS_OF_MODE[mode];
  return { summary: t('The log has no {0}.', needsInWords()), advice: [advice[stack]()] };
}
