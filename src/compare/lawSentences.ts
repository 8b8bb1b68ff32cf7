import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import { inARow } from '../run/listInWords';
import { carrySentences } from './carrySentences';
import type { Comparison } from './comparison';
import { groupSizeLaws } from './groupSize/groupSizeLaws';
import { pText } from './pText';
import { rangeText } from './rangeText';
import { seedSentence } from './seedSentence';

/**
 * What a comparison says beyond its pairs: seeds pooled, κ carried over, group size, the size exponent.
 *
 * @param comparison the comparison
 * @returns one sentence or two each; none where the runs do not ask for it
 */
export function lawSentences({ seeds, carryOver, groupSize, sizeScaling }: Comparison): string[] {
  return [
    ...seeds.map(seedSentence),
    ...carrySentences(carryOver),
    ...groupSizeLaws(groupSize),
    ...new Set(groupSize.flatMap(({ caveats }) => caveats)),
    ...(sizeScaling === null ? [] : [sizeSentence(sizeScaling)]),
  ];
}

function sizeSentence(scaling: NonNullable<Comparison['sizeScaling']>): string {
  if (scaling.verdict === 'not-assessable') return t('Size exponent: not assessable, {0}.', scaling.because);
  const { exponent, interval, runs, misfit, prediction } = scaling;
  const law = t(
    'The timescale of {0} runs grows as parameters^{1} (95 % {2}); a model of {3} parameters would take {4} steps (95 % {5}).',
    ...[runs, formatNumber(exponent), rangeText(interval)],
    ...[formatNumber(prediction.parameters), formatNumber(prediction.timescale)],
    rangeText(prediction.interval),
  );
  const scatter = t(
    'The runs scatter about it by more than their noise (p {0}), and the interval allows for that.',
    pText(misfit),
  );
  return inARow(law, misfit < 0.05 ? scatter : '');
}
