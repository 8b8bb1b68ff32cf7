import { LAG_SUMS, lagSums } from '../noise/lagSums';
import { quadraticForm, type NoiseModel } from '../noise/noiseModel';

/** Where a curve's pairs stand in its array of lag sums (all series with the moving average undone). */
export const CURVE_PAIRS = {
  onePhi: 0,
  phiPhi: LAG_SUMS,
  phiY: 2 * LAG_SUMS,
  presamplePhi: 3 * LAG_SUMS,
  length: 4 * LAG_SUMS,
} as const;

/** What a noise model makes of the rewards and the constant, whatever the curve: vᵀΣ⁻¹w by name. */
export interface RewardForms {
  readonly oneOne: number;
  readonly oneY: number;
  readonly yY: number;
  /** The presample with itself, the constant and the rewards, under the autoregression; see `inverseMovingAverage`. */
  readonly presample: number;
  readonly presampleOne: number;
  readonly presampleY: number;
}

/** Constant, rewards and presample with the moving average undone. */
export interface UndoneSeries {
  readonly ones: Float64Array;
  readonly y: Float64Array;
  readonly presample: Float64Array;
}

/**
 * What noise models make of rewards and constant.
 *
 * @param series the series, the moving average undone
 * @returns a function of a noise model with that moving average
 */
export function rewardForms({ ones, y, presample }: UndoneSeries): (model: NoiseModel) => RewardForms {
  const pairs = [
    [presample, presample],
    [presample, ones],
    [presample, y],
    [ones, ones],
    [ones, y],
    [y, y],
  ] as const;
  const sums = new Float64Array(pairs.length * LAG_SUMS);
  pairs.forEach(([v, w], k) => lagSums(v, w, sums, k * LAG_SUMS));
  return (model) => {
    const [p, p1, py, oneOne, oneY, yY] = pairs.map((_, k) => quadraticForm(model, sums, k * LAG_SUMS));
    return {
      oneOne: oneOne - (p1 * p1) / p,
      oneY: oneY - (p1 * py) / p,
      yY: yY - (py * py) / p,
      presample: p,
      presampleOne: p1,
      presampleY: py,
    };
  };
}

/** Best level and amplitude of y = level + amplitude · φ under one noise model, with their covariance over σ². */
export interface NoisyEnds {
  squares: number;
  level: number;
  amplitude: number;
  levelVariance: number;
  amplitudeVariance: number;
  covariance: number;
  /** Whether φ bends enough within the log for an amplitude to exist. */
  determined: boolean;
}

/**
 * Generalised least squares of level and amplitude under a noise model, from lag sums alone.
 *
 * @param model the noise
 * @param rewards what it makes of rewards and constant
 * @param sums the curve's lag sums, laid out as `CURVE_PAIRS`
 * @param out receives the solution; squares are rᵀΣ⁻¹r of the residuals for unit innovations
 */
export function solveEnds(model: NoiseModel, rewards: RewardForms, sums: Float64Array, out: NoisyEnds): void {
  const { oneOne: a, oneY: u, yY: yy } = rewards;
  const before = quadraticForm(model, sums, CURVE_PAIRS.presamplePhi);
  const share = before / rewards.presample;
  const b = quadraticForm(model, sums, CURVE_PAIRS.onePhi) - share * rewards.presampleOne;
  const c = quadraticForm(model, sums, CURVE_PAIRS.phiPhi) - share * before;
  const v = quadraticForm(model, sums, CURVE_PAIRS.phiY) - share * rewards.presampleY;
  const determinant = a * c - b * b;
  out.determined = determinant > 1e-13 * a * c;
  out.amplitude = out.determined ? (a * v - b * u) / determinant : 0;
  out.level = (u - b * out.amplitude) / a;
  out.squares = Math.max(Number.MIN_VALUE, yy - out.level * u - out.amplitude * v);
  out.levelVariance = out.determined ? c / determinant : 1 / a;
  out.amplitudeVariance = out.determined ? a / determinant : Infinity;
  out.covariance = out.determined ? -b / determinant : 0;
}

/**
 * An empty solution to be filled.
 *
 * @returns zeros
 */
export function roomForEnds(): NoisyEnds {
  return {
    squares: 0,
    level: 0,
    amplitude: 0,
    levelVariance: 0,
    amplitudeVariance: 0,
    covariance: 0,
    determined: false,
  };
}
