import { timesOf } from '../times';
import type { CurveLags } from './curveLags';
import type { FitRegion } from './fitIntervals';
import { roomForEnds, solveEnds } from './noisyEnds';
import type { Judged } from './shapeRegion';

/** Lower and upper ends at a row of times. */
interface Reach {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Level, amplitude, and their covariance times the room that the threshold leaves: five numbers a noise model. */
const FIELDS = 5;

/**
 * The smallest and largest height of all curves in a confidence region. At each shape and noise model the allowed
 * heights are an exact interval, as for the constants (`linearIntervals`); shapes are all that were judged inside the
 * region, those to which the constants' ends were pushed included.
 *
 * @param region the confidence region
 * @param t times since the first step, logged steps, ascending
 * @returns ends in the sample's scaled units; infinities where no shape was inside
 */
export function curveReach(region: FitRegion, t: Float64Array): Reach {
  const low = new Float64Array(t.length).fill(Infinity);
  const high = new Float64Array(t.length).fill(-Infinity);
  const times = timesOf(t);
  const phi = new Float64Array(t.length);
  for (const cell of region.judged.values()) {
    if (cell.deviance > region.least + region.threshold) continue;
    const allowed = allowedEnds(region, cell);
    const shift = region.curve.fill(times, cell.shape, phi, null) - cell.content.offset;
    for (let i = 0; i < t.length; i++) widen(allowed, phi[i] + shift, i, low, high);
  }
  return { low, high };
}

function widen(allowed: Float64Array, w: number, i: number, low: Float64Array, high: Float64Array): void {
  for (let k = 0; k < allowed.length; k += FIELDS) {
    const middle = allowed[k] + w * allowed[k + 1];
    const half = Math.sqrt(Math.max(0, allowed[k + 2] + w * (2 * allowed[k + 3] + w * allowed[k + 4])));
    if (middle - half < low[i]) low[i] = middle - half;
    if (middle + half > high[i]) high[i] = middle + half;
  }
}

/** What each noise model allows of level and amplitude at one shape; models that are not allowed there are left out. */
function allowedEnds(region: FitRegion, { content }: Judged<CurveLags>): Float64Array {
  const ends = roomForEnds();
  const fields: number[] = [];
  for (const { model, average, rewards } of region.noise) {
    solveEnds(model, rewards, content.sums[average], ends);
    const room = Math.exp((region.least + region.threshold - model.penalty) / region.degrees) - ends.squares;
    // An amplitude that the log does not determine is not followed beyond it.
    if (!(room > 0) || !ends.determined) continue;
    const { level, amplitude, levelVariance, covariance, amplitudeVariance } = ends;
    fields.push(level, amplitude, room * levelVariance, room * covariance, room * amplitudeVariance);
  }
  return Float64Array.from(fields);
}

/**
 * Standard deviation of one row about the true curve: that of the noise models at the most likely shape, averaged (its
 * logarithm) by their likelihood.
 *
 * @param region the confidence region
 * @returns standard deviation in the sample's scaled units
 */
export function rowSpread(region: FitRegion): number {
  const [first, ...others] = region.judged.values();
  const best = others.reduce((a, b) => (b.deviance < a.deviance ? b : a), first);
  const ends = roomForEnds();
  let [weights, sum] = [0, 0];
  for (const { model, average, rewards } of region.noise) {
    solveEnds(model, rewards, best.content.sums[average], ends);
    const deviance = region.degrees * Math.log(ends.squares) + model.penalty;
    const weight = Math.exp((best.deviance - deviance) / 2);
    weights += weight;
    sum += weight * Math.log((ends.squares / region.degrees) * model.rowVariance);
  }
  return Math.exp(sum / weights / 2);
}
