import type { LoggedRate } from '../dynamicsSettings';

/**
 * The learning rate as a share of its peak, over absolute logged steps: linear between the steps at which it was logged,
 * held before the first and after the last.
 */
export interface RateSchedule {
  readonly steps: Float64Array;
  /** η/η_peak, 0 … 1. */
  readonly shares: Float64Array;
  /** ∫ share d(step) from the first step to each. */
  readonly areas: Float64Array;
}

/**
 * The schedule behind a logged learning rate. Rates that are negative or not finite are left out.
 *
 * @param rate the column
 * @returns the schedule; null where no rate is above 0
 */
export function rateSchedule({ steps, values }: LoggedRate): RateSchedule | null {
  const usable = Array.from(values.keys()).filter((i) => values[i] >= 0 && Number.isFinite(values[i]));
  const peak = usable.reduce((most, i) => Math.max(most, values[i]), 0);
  if (!(peak > 0)) return null;
  const at = Float64Array.from(usable, (i) => steps[i]);
  const shares = Float64Array.from(usable, (i) => values[i] / peak);
  const areas = new Float64Array(at.length);
  for (let i = 1; i < at.length; i++)
    areas[i] = areas[i - 1] + ((shares[i] + shares[i - 1]) / 2) * (at[i] - at[i - 1]);
  return { steps: at, shares, areas };
}

/** A rate that never changes. */
export const CONSTANT_RATE: RateSchedule = {
  steps: Float64Array.of(0),
  shares: Float64Array.of(1),
  areas: Float64Array.of(0),
};

/**
 * Whether the rate is at its peak throughout a stretch of the run.
 *
 * @param schedule the schedule
 * @param from absolute logged step
 * @param to absolute logged step
 * @returns true where optimizer time is step time
 */
export function isFlat(schedule: RateSchedule, from: number, to: number): boolean {
  if (shareAt(schedule, from) !== 1 || shareAt(schedule, to) !== 1) return false;
  return schedule.shares.every(
    (share, i) => share === 1 || schedule.steps[i] < from || schedule.steps[i] > to,
  );
}

/**
 * The share at a step.
 *
 * @param schedule the schedule
 * @param step absolute logged step
 * @returns η/η_peak
 */
export function shareAt(schedule: RateSchedule, step: number): number {
  return shareWithin(schedule, knotBefore(schedule.steps, step), step);
}

/**
 * Optimizer time s(t) = Σ η/η_peak over the steps since a segment's first (theory.md §2), in logged steps at the peak
 * rate. Each step of the sum takes the rate at its own beginning, as the recursion does: over whole steps that is the
 * area under the schedule less half a step's change of the rate (Euler–Maclaurin, exact for straight lines).
 *
 * @param schedule the schedule
 * @param first absolute logged step of the segment's first row
 * @param t logged steps since then, ascending
 * @param perStep optimizer steps in a logged step
 * @returns optimizer time at each t
 */
export function optimizerTimes(
  schedule: RateSchedule,
  first: number,
  t: Float64Array,
  perStep: number,
): Float64Array {
  const start = shareAt(schedule, first);
  const before = areaTo(schedule, knotBefore(schedule.steps, first), first);
  let knot = knotBefore(schedule.steps, first);
  return t.map((since) => {
    const step = first + since;
    while (knot + 1 < schedule.steps.length && schedule.steps[knot + 1] <= step) knot++;
    const area = areaTo(schedule, knot, step) - before;
    return Math.max(0, area - (shareWithin(schedule, knot, step) - start) / (2 * perStep));
  });
}

/** Number of the last knot at or before a step; −1 before the first. */
function knotBefore(steps: Float64Array, step: number): number {
  let low = -1;
  let high = steps.length;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (steps[half] <= step) low = half;
    else high = half;
  }
  return low;
}

function shareWithin({ steps, shares }: RateSchedule, knot: number, step: number): number {
  if (knot < 0) return shares[0];
  if (knot === steps.length - 1) return shares[knot];
  const part = (step - steps[knot]) / (steps[knot + 1] - steps[knot]);
  return shares[knot] + part * (shares[knot + 1] - shares[knot]);
}

function areaTo(schedule: RateSchedule, knot: number, step: number): number {
  const { steps, shares, areas } = schedule;
  if (knot < 0) return shares[0] * (step - steps[0]);
  const share = (shares[knot] + shareWithin(schedule, knot, step)) / 2;
  return areas[knot] + share * (step - steps[knot]);
}
