import type { Interval } from '../fit';

/**
 * An end that still moved by this share of the whole within the last cell before the edge is not an end. Less than the
 * largest share of the box that a cell spans (1/24), so that a constant that ran into its limit is always open.
 */
const STILL_MOVING = 0.03;

/** Collects the values that a quantity takes in a confidence region. */
export interface Extent {
  low: number;
  high: number;
  /** The same without cells on the region's open edge or next to it. */
  innerLow: number;
  innerHigh: number;
}

/**
 * An extent without values.
 *
 * @returns the empty extent
 */
export function emptyExtent(): Extent {
  return { low: Infinity, high: -Infinity, innerLow: Infinity, innerHigh: -Infinity };
}

/**
 * Widen an extent by values a cell allows.
 *
 * @param extent what was collected so far; changed
 * @param low smallest value
 * @param high largest value
 * @param open whether the cell lies on the region's open edge
 */
export function widen(extent: Extent, low: number, high: number, open: boolean): void {
  if (low < extent.low) extent.low = low;
  if (high > extent.high) extent.high = high;
  if (open) return;
  if (low < extent.innerLow) extent.innerLow = low;
  if (high > extent.innerHigh) extent.innerHigh = high;
}

/**
 * The interval of a quantity: an end is open (null) where the quantity was still moving when the region left the search
 * box, or has no limit at all. The point estimate always belongs to it.
 *
 * @param extent values the quantity takes in the region
 * @param estimate its least-squares value
 * @returns the interval
 */
export function closeInterval(extent: Extent, estimate: number): Interval {
  const low = Math.min(extent.low, estimate);
  const high = Math.max(extent.high, estimate);
  // Movement of what is positive is measured in ratios: from 0.05 to 0.1 is far for a damping ratio.
  const gauge = low > 0 && high > 0 ? Math.log : (value: number): number => value;
  const moving = STILL_MOVING * (gauge(high) - gauge(low));
  const lowMoves = gauge(Math.max(low, extent.innerLow)) - gauge(Math.max(low, extent.low)) > moving;
  const highMoves = gauge(Math.min(high, extent.high)) - gauge(Math.min(high, extent.innerHigh)) > moving;
  return [Number.isFinite(low) && !lowMoves ? low : null, Number.isFinite(high) && !highMoves ? high : null];
}
