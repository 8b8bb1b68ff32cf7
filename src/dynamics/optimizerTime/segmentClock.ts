import type { Times } from '../times';
import { isFlat, optimizerTimes, shareAt, type RateSchedule } from './rateSchedule';

/** Optimizer time over one segment. */
export interface SegmentClock {
  /** Whether the rate stays at its peak, so that optimizer time is step time. */
  readonly flat: boolean;
  /** s at each time; kept for times that were asked for before. */
  readonly at: (times: Times) => Times;
  /** s of one time. */
  readonly of: (t: number) => number;
  /** Logged steps since the first at which s is reached, the last rate held beyond the log; Infinity where it is 0. */
  readonly reaches: (s: number) => number;
}

/**
 * The clock of a segment.
 *
 * @param schedule the run's learning rate
 * @param first absolute logged step of the segment's first row
 * @param span logged steps from the first to the last row
 * @param perStep optimizer steps in a logged step; 1 where that is not known
 * @returns the clock
 */
export function segmentClock(
  schedule: RateSchedule,
  first: number,
  span: number,
  perStep: number,
): SegmentClock {
  const flat = isFlat(schedule, first, first + span);
  const known = new WeakMap<Times, Times>();
  const of = (t: number): number => optimizerTimes(schedule, first, Float64Array.of(t), perStep)[0];
  const at = (times: Times): Times => {
    if (flat) return times;
    const before = known.get(times);
    if (before !== undefined) return before;
    const t = optimizerTimes(schedule, first, times.t, perStep);
    const made = { t, logT: t.map(Math.log) };
    known.set(times, made);
    return made;
  };
  const total = of(span);
  const reaches = (s: number): number =>
    flat ? s : s > total ? span + (s - total) / shareAt(schedule, first + span) : inverse(of, s, span);
  return { flat, at, of, reaches };
}

/** First t in [0, span] with of(t) ≥ s, by bisection: s never falls from one whole step to a later one. */
function inverse(of: (t: number) => number, s: number, span: number): number {
  let [low, high] = [0, span];
  for (let i = 0; i < 60 && high - low > 1e-12 * span; i++) {
    const half = (low + high) / 2;
    if (of(half) < s) low = half;
    else high = half;
  }
  return high;
}
