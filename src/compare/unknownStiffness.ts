import { t } from '@vscode/l10n';
import { andList, clauseList } from '../run/listInWords';
import { byReason } from './byReason';
import { letterOf } from './letterOf';

/** A run whose stiffness is not known, and why. */
export interface UnknownStiffness {
  /** Its place in the list of runs. */
  readonly run: number;
  readonly because: string;
}

/**
 * Whose stiffness is not known, each reason once.
 *
 * @param unknown the runs, a run may come up twice
 * @returns clauses that name the runs by their letters
 */
export function unknownInWords(unknown: readonly UnknownStiffness[]): string {
  return clauseList(
    byReason(unknown, ({ because }) => because).map(({ because, items }) => {
      const places = [...new Set(items.map(({ run }) => run))].sort((a, b) => a - b);
      return t(
        'the absolute stiffness of {0} is not known: {1}',
        andList(places.map(letterOf)),
        because ?? '',
      );
    }),
  );
}
