import { t } from '@vscode/l10n';
import { commaList } from '../../run/listInWords';
import { byReason } from '../byReason';
import { letterOf } from '../letterOf';
import { pairsInWords } from '../pairsInWords';
import type { GroupSizePair } from './groupSizePair';
import { groupSizeSentences, optimizerText, spreadSentence } from './groupSizeSentences';

/**
 * What all pairs that differ in G say, in plain sentences.
 *
 * @param pairs the pairs
 * @returns the sentences of each; pairs of which no law can be asked for one reason share the sentence that says so
 */
export function groupSizeLaws(pairs: readonly GroupSizePair[]): string[] {
  return byReason(pairs, optimizerAndReason).flatMap(({ because, items }) =>
    because === null || items.length === 1
      ? items.flatMap(groupSizeSentences)
      : [
          t('Group size ({0}), {1}, {2}', pairsInWords(items), sizesInWords(items), because),
          ...items.flatMap(spreadSentence),
        ],
  );
}

/** The optimizer, and why nothing at all can be asked of a pair; null where something can, or the reasons differ. */
function optimizerAndReason(pair: GroupSizePair): string | null {
  const { optimizer, meanPath, evaluations, timescale, noise } = pair;
  const reasons = new Set(
    [meanPath, ...Object.values(evaluations), timescale, noise].map((answer) =>
      'because' in answer ? answer.because : null,
    ),
  );
  const [reason] = reasons;
  if (reasons.size > 1 || reason === null) return null;
  return t('{0}: not assessable, {1}.', optimizerText(optimizer), reason);
}

function sizesInWords(pairs: readonly GroupSizePair[]): string {
  const sizes = new Map(
    pairs.flatMap(({ first, second, groupSizes: [one, other] }) => [
      [first, one] as const,
      [second, other] as const,
    ]),
  );
  const runs = [...sizes].sort(([a], [b]) => a - b);
  return commaList(runs.map(([place, size]) => t('{0} (G {1})', letterOf(place), size)));
}
