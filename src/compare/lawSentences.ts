import type { Interval } from '../dynamics/fit';
import { formatNumber } from '../report/formatNumber';
import type { CarryOver, NoCarryOver } from './carryOver';
import type { Comparison } from './comparison';
import { CONSTANTS } from './constants';
import { groupSizeSentences } from './groupSize/groupSizeSentences';
import { letterOf } from './letterOf';
import { pText } from './pairSentences';
import type { SeedGroup } from './seedGroups';

/**
 * What a comparison says beyond its pairs: seeds pooled, κ carried over, group size, the size exponent.
 *
 * @param comparison the comparison
 * @returns one sentence or two each; none where the runs do not ask for it
 */
export function lawSentences({ seeds, carryOver, groupSize, sizeScaling }: Comparison): string[] {
  return [
    ...seeds.flatMap(seedSentences),
    ...carryOver.map(carrySentence),
    ...groupSize.flatMap(groupSizeSentences),
    ...new Set(groupSize.flatMap(({ caveats }) => caveats)),
    ...(sizeScaling === null ? [] : [sizeSentence(sizeScaling)]),
  ];
}

function seedSentences({ runs, model, constants }: SeedGroup): string[] {
  const names = runs.map(letterOf).join(', ');
  const parts = CONSTANTS.flatMap((name) => {
    const pooled = constants[name];
    if (pooled === undefined) return [];
    const spread =
      pooled.betweenRuns > 0
        ? `spread from seed to seed ${formatNumber(pooled.betweenRuns)}${name === 'plateau' ? '' : ' of its logarithm'}, p ${pText(pooled.p)}`
        : 'no more spread from seed to seed than the runs’ own noise';
    return [`${name} ${formatNumber(pooled.value, 3)} (95 % ${rangeOf(pooled.interval)}; ${spread})`];
  });
  const pooled = parts.length === 0 ? 'no constant is bounded in two of them' : parts.join('; ');
  const told = model?.from.endsWith('name') === true ? `, a model of ${model.value} by ${model.from},` : '';
  const assumed = model === null ? ' That they are of one model is assumed: none tells it.' : '';
  return [`${names} have the same known settings${told} but the seed, and pool: ${pooled}.${assumed}`];
}

function carrySentence(carried: CarryOver | NoCarryOver): string {
  const pair = `from ${letterOf(carried.first)} to ${letterOf(carried.second)}`;
  if (carried.verdict === 'not-assessable')
    return `Stiffness carried over ${pair}: not assessable, ${carried.because}.`;
  const { predicted, measured, ratio, interval, p } = carried;
  const says = carried.verdict === 'differ' ? 'κ does not carry over' : 'no detectable difference';
  return `Stiffness carried over ${pair}: predicted ${formatNumber(predicted)}, measured ${formatNumber(measured)} per optimizer step, ratio ${formatNumber(ratio)} (95 % ${rangeOf(interval)}), p ${pText(p)}: ${says}.`;
}

function sizeSentence(scaling: NonNullable<Comparison['sizeScaling']>): string {
  if (scaling.verdict === 'not-assessable') return `Size exponent: not assessable, ${scaling.because}.`;
  const { exponent, interval, runs, misfit, prediction } = scaling;
  const scatter =
    misfit < 0.05
      ? ` The runs scatter about it by more than their noise (p ${pText(misfit)}), and the interval allows for that.`
      : '';
  return `The timescale of ${runs} runs grows as parameters^${formatNumber(exponent)} (95 % ${rangeOf(interval)}); a model of ${formatNumber(prediction.parameters)} parameters would take ${formatNumber(prediction.timescale)} steps (95 % ${rangeOf(prediction.interval)}).${scatter}`;
}

function rangeOf([low, high]: Interval): string {
  return [low, high].map((end) => (end === null ? 'open' : formatNumber(end))).join(' to ');
}
