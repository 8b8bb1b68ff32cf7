import { t } from '@vscode/l10n';
import type { Run, Series } from './run';

/**
 * Most steps that are fitted one by one. A fit's time and memory grow with the rows, its constants hardly gain: this many
 * rows narrow an interval to 1/300 of one row's noise.
 */
export const MOST_STEPS = 100_000;

/**
 * A run of more steps as means of k consecutive steps, k the smallest that brings it below `most`: every point counts, and
 * equal counts need no weights. A mean stands at its steps' mean, where a smooth curve differs from its own mean over
 * the block by R″ (k Δ)²/24 only; noise is modelled as it is among the means. Other metrics are averaged over the same
 * spans, so that steps still agree. What the means cannot show (swings faster than 2 k steps) the note says.
 *
 * @param run as read; runs that are short enough come back as they are
 * @param most steps kept
 * @returns the averaged run, with all its steps as `allSteps`
 */
export function averageSteps(run: Run, most = MOST_STEPS): Run {
  const { reward } = run;
  const count = reward.steps.length;
  if (count <= most) return run;
  const size = Math.ceil(count / most);
  const blocks = blocksOf(reward.steps, size);
  const within = <Name>(all: ReadonlyMap<Name, Series>): ReadonlyMap<Name, Series> =>
    new Map([...all].map(([name, one]) => [name, meansWithin(one, blocks)]));
  return {
    ...run,
    reward: meansWithin(reward, blocks),
    fresh: run.fresh && meansWithAny(run.fresh, size),
    series: within(run.series),
    evaluations: within(run.evaluations),
    allSteps: { steps: reward.steps, values: reward.values, perMean: size },
    notes: [...run.notes, noteOn(count, most, size)],
  };
}

interface Blocks {
  /** First step of each block; the first block takes in whatever was before. */
  readonly from: Float64Array;
  /** Where a block's mean stands. */
  readonly at: Float64Array;
}

function blocksOf(steps: Float64Array, size: number): Blocks {
  const count = Math.ceil(steps.length / size);
  const from = new Float64Array(count);
  const at = new Float64Array(count);
  for (let block = 0; block < count; block++) {
    from[block] = steps[block * size];
    at[block] = meanOf(steps, block * size, Math.min(steps.length, (block + 1) * size));
  }
  return { from, at };
}

function meansWithin({ steps, values, lines, columns }: Series, { from, at }: Blocks): Series {
  const kept: number[] = [];
  const means: number[] = [];
  const rows: number[] = [];
  let row = 0;
  for (let block = 0; block < from.length && row < steps.length; block++) {
    const end = from.at(block + 1) ?? Infinity;
    const first = row;
    while (row < steps.length && steps[row] < end) row++;
    if (row === first) continue;
    kept.push(at[block]);
    means.push(meanOf(values, first, row));
    rows.push(first);
  }
  const place = (list: Int32Array | null): Int32Array | null =>
    list === null ? null : Int32Array.from(rows, (first) => list[first]);
  return {
    steps: Float64Array.from(kept),
    values: Float64Array.from(means),
    lines: place(lines),
    columns: place(columns),
  };
}

/** Each value is divided before it is added: rewards near the largest double would overflow their sum. */
function meanOf(values: Float64Array, from: number, to: number): number {
  let mean = 0;
  for (let i = from; i < to; i++) mean += values[i] / (to - from);
  return mean;
}

/** Means that hold a fresh row; the others are copies throughout. */
function meansWithAny(fresh: Int32Array, size: number): Int32Array {
  return Int32Array.from(new Set(fresh.map((row) => Math.floor(row / size))));
}

function noteOn(count: number, most: number, size: number): string {
  return t(
    '{0} steps, more than the {1} that are fitted one by one: fits, findings and bands are about means of {2} consecutive steps, where a swing faster than {3} steps cannot be seen; sse, r2, bic, n and noiseCeiling are over all steps, bicAr over the means.',
    ...[count, most, size, 2 * size],
  );
}
