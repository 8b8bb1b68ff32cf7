import { t } from '@vscode/l10n';
import { commaList } from '../run/listInWords';
import { letterOf } from './letterOf';

/** More pairs than this are counted, not named. */
const MOST_NAMED = 6;

/**
 * Pairs of runs as one phrase.
 *
 * @param pairs places of their runs
 * @returns "A and B", "A–B, A–C", or how many they are
 */
export function pairsInWords(pairs: readonly { readonly first: number; readonly second: number }[]): string {
  if (pairs.length > MOST_NAMED) return t('{0} pairs', pairs.length);
  const letters = pairs.map(({ first, second }) => [letterOf(first), letterOf(second)] as const);
  if (letters.length === 1) return t('{0} and {1}', ...letters[0]);
  return commaList(letters.map((pair) => pair.join('–')));
}
