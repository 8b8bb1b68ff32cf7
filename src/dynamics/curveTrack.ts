import type { Curve, Ends } from './curves/curve';
import type { FitRegion } from './intervals/fitIntervals';
import { curveReach, rowSpread } from './intervals/curveReach';
import type { Sample } from './sample';
import { timesOf } from './times';

/** Lower and upper ends at a row of times, reward units. */
export interface Band {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A fitted curve at a row of times, with what is known of it there. */
export interface CurveTrack {
  /** The least-squares curve, reward units. */
  readonly value: Float64Array;
  /** 95 % confidence band of the curve at each time; null where the noise is not known. */
  readonly band: Band | null;
  /** 95 % prediction band of one row that was not fitted, logged at that time; null as above. */
  readonly row: Band | null;
}

/** Reads a fitted curve off at times since the segment's first step, logged steps, ascending. */
export type TrackReader = (t: Float64Array) => CurveTrack;

/** A fitted curve in the sample's scaled units. */
export interface FittedCurve {
  readonly curve: Curve;
  readonly shape: readonly number[];
  readonly ends: Ends;
}

/**
 * The reader of a fitted curve's height and bands. The confidence band is read off the same region as the constants'
 * intervals (theory.md §4): at each time the values of all curves and noise models that are allowed there. The
 * prediction band adds, in squares, the 95 % spread of one row about the true curve.
 *
 * @param fitted the least-squares curve
 * @param sample the points it was fitted to
 * @param region its confidence region; null where nothing is bounded; `exact` where there is no noise
 * @returns the reader; it may be called for steps beyond the last
 */
export function trackReader(
  fitted: FittedCurve,
  sample: Sample,
  region: FitRegion | 'exact' | null,
): TrackReader {
  const reward = (scaled: Float64Array): Float64Array =>
    scaled.map((value) => sample.mean + sample.scale * value);
  return (t) => {
    const value = heightsOf(fitted, t);
    if (region === null) return { value: reward(value), band: null, row: null };
    const band = region === 'exact' ? { low: value, high: value } : stretched(curveReach(region, t), value);
    const spread = region === 'exact' ? 0 : Math.sqrt(region.threshold) * rowSpread(region);
    const row = {
      low: band.low.map((low, i) => value[i] - Math.hypot(value[i] - low, spread)),
      high: band.high.map((high, i) => value[i] + Math.hypot(high - value[i], spread)),
    };
    return {
      value: reward(value),
      band: { low: reward(band.low), high: reward(band.high) },
      row: { low: reward(row.low), high: reward(row.high) },
    };
  };
}

function heightsOf({ curve, shape, ends }: FittedCurve, t: Float64Array): Float64Array {
  const phi = new Float64Array(t.length);
  const offset = curve.fill(timesOf(t), shape, phi, null);
  const { R0, plateau } = ends;
  // Counted from the end that φ lies at, so that a φ near it keeps its digits.
  const from = offset === 1 ? R0 : plateau;
  return phi.map((value) => from + (R0 - plateau) * value);
}

/** The least-squares curve always belongs to its band. */
function stretched({ low, high }: Band, value: Float64Array): Band {
  return {
    low: low.map((end, i) => Math.min(end, value[i])),
    high: high.map((end, i) => Math.max(end, value[i])),
  };
}
