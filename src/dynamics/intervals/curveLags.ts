import type { Family } from '../curves/curve';
import { inverseMovingAverage, presample } from '../noise/inverseMovingAverage';
import { lagSums } from '../noise/lagSums';
import type { NoiseModel } from '../noise/noiseModel';
import type { Sample } from '../sample';
import { CURVE_PAIRS, rewardForms, type RewardForms, type UndoneSeries } from './noisyEnds';
import { polynomialBlocks } from './polynomialBlocks';
import { undoneBlocks } from './undoneBlocks';

/** What the confidence region keeps of one shape. */
export interface CurveLags {
  /** For each moving average asked for: the lag sums of φ − offset, laid out as `CURVE_PAIRS`. */
  readonly sums: readonly Float64Array[];
  readonly offset: number;
  /** φ − offset at the last step. */
  readonly last: number;
}

/** Evenly spaced logs longer than this are compressed: shorter ones would not gain. */
const LONG = 3000;

/** Lag sums of one sample: what its rewards contribute, and those of any curve as a function of its shape. */
export interface SampleLags {
  readonly rewards: (model: NoiseModel) => RewardForms;
  readonly curve: (curve: Family, thetas: readonly number[]) => (shape: readonly number[]) => CurveLags;
}

/** One moving average's share of the work. */
interface Undone {
  readonly rewards: (model: NoiseModel) => RewardForms;
  /** A curve's lag sums from its values at the sample's rows, and the same from those at `times`. */
  readonly direct: (phi: Float64Array) => Float64Array;
  readonly sums: (phi: Float64Array) => Float64Array;
}

/**
 * Prepare the lag sums of a sample; whatever does not depend on the curve is done once for each moving average.
 *
 * @param sample all points; rows count as evenly spaced for the noise
 * @returns the sums; each curve's function reuses its buffers but returns fresh sums
 */
export function sampleLags(sample: Sample): SampleLags {
  const blocks =
    sample.uniform && sample.y.length > LONG ? polynomialBlocks(sample.y.length, sample.window.stride) : null;
  const times = blocks?.times ?? sample.times;
  const known = new Map<number, Undone>();
  const undone = (theta: number): Undone => {
    const before = known.get(theta);
    if (before !== undefined) return before;
    const series = undo(sample.y, theta);
    const direct = directSums(series, theta);
    const sums = blocks === null ? direct : undoneBlocks(blocks, series, theta);
    const made = { rewards: rewardForms(series), direct, sums };
    known.set(theta, made);
    return made;
  };
  return {
    rewards: (model) => undone(model.theta).rewards(model),
    curve: (curve, thetas) => {
      const averages = thetas.map(undone);
      const exact = curve.onlyAtRows === true;
      const at = exact ? sample.times : times;
      const phi = new Float64Array(at.t.length);
      const last = new Float64Array(1);
      const end = { t: sample.times.t.slice(-1), logT: sample.times.logT.slice(-1) };
      return (shape) => {
        const offset = curve.fill(at, shape, phi, null);
        const sums = averages.map((average) => (exact ? average.direct(phi) : average.sums(phi)));
        const endOffset = curve.fill(end, shape, last, null);
        return { sums, offset, last: last[0] + endOffset - offset };
      };
    },
  };
}

function undo(y: Float64Array, theta: number): UndoneSeries {
  const series = { ones: new Float64Array(y.length + 1), y: new Float64Array(y.length + 1) };
  inverseMovingAverage(new Float64Array(y.length).fill(1), theta, series.ones);
  inverseMovingAverage(y, theta, series.y);
  return { ...series, presample: presample(y.length, theta) };
}

function directSums({ ones, y, presample: before }: UndoneSeries, theta: number): Undone['direct'] {
  let room: Float64Array | null = null;
  return (phi) => {
    const u = (room ??= new Float64Array(y.length));
    inverseMovingAverage(phi, theta, u);
    const sums = new Float64Array(CURVE_PAIRS.length);
    lagSums(ones, u, sums, CURVE_PAIRS.onePhi);
    lagSums(u, u, sums, CURVE_PAIRS.phiPhi);
    lagSums(u, y, sums, CURVE_PAIRS.phiY);
    lagSums(before, u, sums, CURVE_PAIRS.presamplePhi);
    return sums;
  };
}
