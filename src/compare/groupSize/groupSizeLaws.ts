import { t } from '@vscode/l10n';
import { byReason } from '../byReason';
import { pairsInWords } from '../pairsInWords';
import type { GroupSizePair } from './groupSizePair';
import { groupSizeSentences } from './groupSizeSentences';

/**
 * What all pairs that differ in G say, in plain sentences.
 *
 * @param pairs the pairs
 * @returns the sentences of each; pairs of which nothing can be said for one reason share a sentence
 */
export function groupSizeLaws(pairs: readonly GroupSizePair[]): string[] {
  return byReason(pairs, onlyReason).flatMap(({ because, items }) =>
    because === null || items.length === 1
      ? items.flatMap(groupSizeSentences)
      : [t('Group size ({0}): not assessable, {1}.', pairsInWords(items), because)],
  );
}

/** Why nothing at all can be asked of a pair; null where something can, or the reasons differ. */
function onlyReason({ meanPath, evaluations, timescale, noise }: GroupSizePair): string | null {
  const reasons = new Set(
    [meanPath, ...Object.values(evaluations), timescale, noise].map((answer) =>
      'because' in answer ? answer.because : null,
    ),
  );
  const [reason] = reasons;
  return reasons.size === 1 ? reason : null;
}
