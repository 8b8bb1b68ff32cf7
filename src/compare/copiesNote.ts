import { t } from '@vscode/l10n';
import { andList, clauseList } from '../run/listInWords';
import { letterOf } from './letterOf';

/**
 * What the reader must know of a log that is compared with itself, all such logs in one note.
 *
 * @param copies for each run the place of the first run that holds the same log; null where it is the first
 * @returns the note; null where no log is given twice
 */
export function copiesNote(copies: readonly (number | null)[]): string | null {
  const groups = copies
    .map((_, first) => copies.flatMap((of, place) => (place === first || of === first ? [place] : [])))
    .filter(({ length }) => length > 1);
  if (groups.length === 0) return null;
  return t(
    'Copies of one log: {0}. They hold the same numbers in every column that is read: nothing can differ between them.',
    clauseList(groups.map((places) => andList(places.map(letterOf)))),
  );
}
