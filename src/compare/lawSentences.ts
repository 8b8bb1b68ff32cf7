import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import { inARow } from '../run/listInWords';
import type { CarryOver, NoCarryOver } from './carryOver';
import type { Comparison } from './comparison';
import { groupSizeSentences } from './groupSize/groupSizeSentences';
import { letterOf } from './letterOf';
import { pText } from './pText';
import { rangeText } from './rangeText';
import { ratioText } from './ratioText';
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
    ...carryOver.map(carrySentence),
    ...groupSize.flatMap(groupSizeSentences),
    ...new Set(groupSize.flatMap(({ caveats }) => caveats)),
    ...(sizeScaling === null ? [] : [sizeSentence(sizeScaling)]),
  ];
}

function carrySentence(carried: CarryOver | NoCarryOver): string {
  const pair = [letterOf(carried.first), letterOf(carried.second)];
  if (carried.verdict === 'not-assessable')
    return t('Stiffness carried over from {0} to {1}: not assessable, {2}.', ...pair, carried.because);
  const { predicted, measured, ratio, interval, p, verdict } = carried;
  const isOpen = interval.includes(null);
  const numbers = [...pair, formatNumber(predicted), formatNumber(measured)];
  const found = ratioText({ value: ratio, interval });
  const says = verdict === 'differ' ? t('predicted and measured disagree') : t('no detectable difference');
  return isOpen
    ? t(
        'Stiffness carried over from {0} to {1}: predicted {2}, measured {3} per optimizer step, ratio {4} (95 %), p {5}: {6}.',
        ...[...numbers, found, pText(p), says],
      )
    : t(
        'Stiffness carried over from {0} to {1}: predicted {2}, measured {3} per optimizer step, ratio {4} (95 % {5}), p {6}: {7}.',
        ...[...numbers, found, rangeText(interval), pText(p), says],
      );
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
