import type { MetricName } from '../../run/metricName';
import type { Series } from '../../run/run';
import { meanOf } from '../means';
import { median, noiseOf } from '../movingNoise';

/** Evaluations below which a held-out column cannot turn. Source: two windows of three. */
export const FEWEST_EVALUATIONS = 6;
/** A change of the logged learning rate that explains what follows. Source: schedules change by less per row. */
export const RATE_JUMP = 3;
/** A burst: so many times the median of what came before. Source: gradient norms of healthy runs stay within 3×; tuning. */
const BURST = 8;
/** Rows before the fall from which a burst is measured, and fewer than which say nothing. */
const ROWS_BEFORE = 60;
const FEWEST_ROWS = 8;

/** A column's number that tells a collapse from a change of the data. */
export interface Witness {
  readonly metric: MetricName;
  /** Positive for a collapse, negative for other data. */
  readonly weight: number;
  readonly step: number;
  readonly value: number;
  /** What it was before the fall. */
  readonly before: number;
}

/**
 * What the other columns say of a fall of the reward (theory.md §6): with a collapse the held-out score goes too, KL and
 * gradient norm burst, or the logged learning rate jumped; with other data the held-out score stays, and groups die.
 *
 * @param series the run's columns
 * @param at last step before the fall
 * @returns what they say; nothing where no such column is logged
 */
export function witnessesOf(series: ReadonlyMap<MetricName, Series>, at: number): Witness[] {
  return [
    ...heldOutWitness(series.get('evalReward'), at),
    ...rateWitness(series.get('learningRate'), at),
    ...(['gradNorm', 'klOldPolicy', 'kl', 'mismatch'] as const).flatMap((metric) =>
      burstWitness(metric, series.get(metric), at),
    ),
    ...deadWitness(series.get('zeroStdFraction'), at),
  ];
}

/** Whether a column says anything: enough rows, and not one value throughout. */
function isInformative(column: Series | undefined): column is Series {
  return (
    column !== undefined && column.values.length > 2 && column.values.some((v) => v !== column.values[0])
  );
}

function heldOutWitness(heldOut: Series | undefined, at: number): Witness[] {
  if (!isInformative(heldOut) || heldOut.values.length < FEWEST_EVALUATIONS) return [];
  const { steps, values } = heldOut;
  const first = steps.findLastIndex((step) => step <= at);
  const count = Math.min(3, values.length - first - 1);
  if (first < 0 || count < 1) return [];
  const before = meanOf(values, Math.max(0, first - 2), first + 1);
  const value = meanOf(values, values.length - count, values.length);
  const error = noiseOf(values).sigma * Math.sqrt(1 / 3 + 1 / count);
  const fell = before - value > Math.max(3 * error, 0.1 * Math.abs(before));
  return [{ metric: 'evalReward', weight: fell ? 2 : -2, step: steps[steps.length - 1], value, before }];
}

function rateWitness(rate: Series | undefined, at: number): Witness[] {
  if (!isInformative(rate)) return [];
  const i = rate.steps.findLastIndex((step) => step <= at);
  if (i <= FEWEST_ROWS) return [];
  const near = rate.values.subarray(Math.max(0, i - 4), i + 4);
  const jump = near.findIndex((value, j) => j > 0 && value > RATE_JUMP * near[j - 1]);
  if (jump < 0) return [];
  const step = rate.steps[Math.max(0, i - 4) + jump];
  return [{ metric: 'learningRate', weight: 2, step, value: near[jump], before: near[jump - 1] }];
}

/** Largest value around and after the fall against the median before it. */
function burstWitness(metric: MetricName, column: Series | undefined, at: number): Witness[] {
  if (!isInformative(column)) return [];
  const { steps, values } = column;
  const i = steps.findLastIndex((step) => step <= at);
  if (i < FEWEST_ROWS) return [];
  const before = median(values.subarray(Math.max(0, i - ROWS_BEFORE), i - 2));
  const after = values.subarray(i - 2);
  const value = after.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!isBurst(value, before) || (before === 0 && isSeldomPositive(after))) return [];
  const step = steps[i - 2 + after.indexOf(value)];
  return [{ metric, weight: metric === 'gradNorm' ? 0.5 : 1, step, value, before }];
}

/** A column that was 0 in the middle, as the ratios of on-policy training are, has no size of its own: any other is a burst. */
function isBurst(value: number, before: number): boolean {
  return before === 0 ? value > 0 : before > 0 && value >= BURST * before;
}

function isSeldomPositive(values: Float64Array): boolean {
  return values.filter((value) => value > 0).length < values.length / 2;
}

/** Groups that died where the reward fell: the new prompts are out of reach. */
function deadWitness(zero: Series | undefined, at: number): Witness[] {
  if (!isInformative(zero)) return [];
  const { steps, values } = zero;
  const last = steps.findLastIndex((step) => step <= at);
  if (last < 0) return [];
  const before = meanOf(values, 0, last + 1);
  const value = values[values.length - 1];
  if (value <= 0.8 || value <= before + 0.1) return [];
  return [{ metric: 'zeroStdFraction', weight: -1, step: steps[steps.length - 1], value, before }];
}
