import type { Sample } from './sample';
import type { Bins } from './startGrid';
import { timesOf } from './times';

/** A bin is at most this share of the span wide, so that a late, sharp rise keeps its shape … */
const SPAN_SHARE = 1 / 240;
/** … and at most this share of the time since the start, so that an early one does. */
const TIME_SHARE = 1 / 40;

/**
 * Means of consecutive points, for starting values only: single points at the start of the log, then bins that widen
 * with time up to a fixed share of the span. A few hundred for any log.
 *
 * @param sample the points
 * @returns bins with the number of points in each
 */
export function binned(sample: Sample): Bins {
  const { t } = sample.times;
  const starts: number[] = [];
  let edge = -Infinity;
  for (let i = 0; i < t.length; i++) {
    if (t[i] < edge) continue;
    starts.push(i);
    edge = t[i] + Math.min(sample.window.span * SPAN_SHARE, t[i] * TIME_SHARE);
  }
  const ends = [...starts.slice(1), t.length];
  const mean = (values: Float64Array): Float64Array =>
    Float64Array.from(starts, (from, k) => meanBetween(values, from, ends[k]));
  return {
    times: timesOf(mean(t)),
    y: mean(sample.y),
    weight: Float64Array.from(starts, (from, k) => ends[k] - from),
  };
}

function meanBetween(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum / (to - from);
}
