import { t } from '@vscode/l10n';
import { commaList } from '../run/listInWords';
import { letterOf } from './letterOf';

/** Of more pairs than this only the runs are named. */
const MOST_NAMED = 6;

interface Pair {
  readonly first: number;
  readonly second: number;
}

/**
 * Pairs of runs as one phrase.
 *
 * @param pairs places of their runs
 * @returns "A and B", "A–B, A–C", or how many they are and of which runs
 */
export function pairsInWords(pairs: readonly Pair[]): string {
  if (pairs.length > MOST_NAMED) return t('{0} pairs of {1}', pairs.length, runsOf(pairs));
  const letters = pairs.map(({ first, second }) => [letterOf(first), letterOf(second)] as const);
  if (letters.length === 1) return t('{0} and {1}', ...letters[0]);
  return commaList(letters.map((pair) => pair.join('–')));
}

function runsOf(pairs: readonly Pair[]): string {
  const places = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  return commaList([...places].sort((a, b) => a - b).map(letterOf));
}
