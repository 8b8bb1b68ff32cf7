import type { Family } from '../curves/curve';
import { lagSums } from '../noise/lagSums';
import type { NoiseModel } from '../noise/noiseModel';
import type { Sample } from '../sample';
import { CURVE_PAIRS, rewardForms, type RewardForms } from './noisyEnds';
import { blockedSeries, curveWithItself, curveWithSeries, polynomialBlocks } from './polynomialBlocks';

/** What the confidence region keeps of one shape. */
export interface CurveLags {
  /** Lag sums of the pairs with φ − offset, laid out as `CURVE_PAIRS`. */
  readonly sums: Float64Array;
  readonly offset: number;
  /** φ − offset at the last step. */
  readonly last: number;
}

/** Evenly spaced logs longer than this are compressed: shorter ones would not gain. */
const LONG = 3000;

/** Lag sums of one sample: what its rewards contribute, and those of any curve as a function of its shape. */
export interface SampleLags {
  readonly rewards: (model: NoiseModel) => RewardForms;
  readonly curve: (curve: Family) => (shape: readonly number[]) => CurveLags;
}

/**
 * Prepare the lag sums of a sample; whatever does not depend on the curve is done here, once.
 *
 * @param sample all points; rows count as evenly spaced for the noise
 * @returns the sums; each curve's function reuses its buffers but returns fresh sums
 */
export function sampleLags(sample: Sample): SampleLags {
  const ones = new Float64Array(sample.y.length).fill(1);
  return {
    rewards: rewardForms(ones, sample.y),
    curve: sample.uniform && sample.y.length > LONG ? compressed(sample, ones) : direct(sample, ones),
  };
}

function direct({ times, y }: Sample, ones: Float64Array): SampleLags['curve'] {
  const phi = new Float64Array(y.length);
  return (curve) => (shape) => {
    const offset = curve.fill(times, shape, phi, null);
    const sums = new Float64Array(CURVE_PAIRS.length);
    lagSums(ones, phi, sums, CURVE_PAIRS.onePhi);
    lagSums(phi, phi, sums, CURVE_PAIRS.phiPhi);
    lagSums(phi, y, sums, CURVE_PAIRS.phiY);
    return { sums, offset, last: phi[phi.length - 1] };
  };
}

function compressed({ y, window }: Sample, ones: Float64Array): SampleLags['curve'] {
  const blocks = polynomialBlocks(y.length, window.stride);
  const constant = blockedSeries(blocks, ones);
  const rewards = blockedSeries(blocks, y);
  const phi = new Float64Array(blocks.times.t.length);
  return (curve) => (shape) => {
    const offset = curve.fill(blocks.times, shape, phi, null);
    const sums = new Float64Array(CURVE_PAIRS.length);
    curveWithSeries(blocks, phi, constant, sums, CURVE_PAIRS.onePhi);
    curveWithItself(blocks, phi, sums, CURVE_PAIRS.phiPhi);
    curveWithSeries(blocks, phi, rewards, sums, CURVE_PAIRS.phiY);
    return { sums, offset, last: phi[phi.length - 1] };
  };
}
