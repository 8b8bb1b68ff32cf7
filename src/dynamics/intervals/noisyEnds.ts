import { LAG_SUMS, lagSums } from '../noise/lagSums';
import { quadraticForm, type NoiseModel } from '../noise/noiseModel';

/** Where a curve's pairs stand in its array of lag sums. */
export const CURVE_PAIRS = { onePhi: 0, phiPhi: LAG_SUMS, phiY: 2 * LAG_SUMS, length: 3 * LAG_SUMS } as const;

/** The products that a noise model makes of the rewards and the constant, whatever the curve. */
export interface RewardForms {
  readonly oneOne: number;
  readonly oneY: number;
  readonly yY: number;
}

/**
 * The products of rewards and constant under any noise model.
 *
 * @param ones ones, as many as rewards
 * @param y the rewards
 * @returns a function of the noise model that gives 1ᵀΣ⁻¹1, 1ᵀΣ⁻¹y and yᵀΣ⁻¹y
 */
export function rewardForms(ones: Float64Array, y: Float64Array): (model: NoiseModel) => RewardForms {
  const sums = new Float64Array(3 * LAG_SUMS);
  lagSums(ones, ones, sums, 0);
  lagSums(ones, y, sums, LAG_SUMS);
  lagSums(y, y, sums, 2 * LAG_SUMS);
  return (model) => ({
    oneOne: quadraticForm(model, sums, 0),
    oneY: quadraticForm(model, sums, LAG_SUMS),
    yY: quadraticForm(model, sums, 2 * LAG_SUMS),
  });
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
 * @param rewards its products of rewards and constant
 * @param sums lag sums of the pairs (1, φ), (φ, φ), (φ, y), laid out as `CURVE_PAIRS`
 * @param out receives the solution; squares are rᵀΣ⁻¹r of the residuals for unit innovations
 */
export function solveEnds(
  model: NoiseModel,
  { oneOne: a, oneY: u, yY: yy }: RewardForms,
  sums: Float64Array,
  out: NoisyEnds,
): void {
  const b = quadraticForm(model, sums, CURVE_PAIRS.onePhi);
  const c = quadraticForm(model, sums, CURVE_PAIRS.phiPhi);
  const v = quadraticForm(model, sums, CURVE_PAIRS.phiY);
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
