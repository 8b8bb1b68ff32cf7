import { LAG_SUMS } from './lagSums';

/** A stationary ARMA(2,1): a second-order autoregression seen through a first-order moving average. */
export interface NoiseModel {
  /** Partial autocorrelations of the autoregression at lag 1 and 2, each in (−1, 1): exactly the stationary ones. */
  readonly partial: readonly [number, number];
  /** Moving-average constant θ in [0, 1); 0 is the plain autoregression. */
  readonly theta: number;
  /** Weights of the nine lag sums of a pair in xᵀΣ⁻¹z, Σ the autoregression's covariance for unit innovations. */
  readonly weights: Float64Array;
  /** ln det Σ of the autoregression for unit innovations. */
  readonly logDeterminant: number;
  /** Variance of a long mean relative to white noise of the same variance: (1+ρ)/(1−ρ) for AR(1). */
  readonly inflation: number;
  /** Variance of one value for unit innovations. */
  readonly rowVariance: number;
}

/**
 * The Gaussian ARMA(2,1) v_t = x_t − θ x_{t−1}, x_t = φ₁x_{t−1} + φ₂x_{t−2} + ε_t with φ₂ = π₂, φ₁ = π₁(1 − π₂).
 * Jitter around the plateau is AR(2) (theory.md §4); with the sampling noise of a batch mean on top it is an
 * ARMA with θ > 0: persistence that hides behind a small correlation from row to row.
 *
 * @param first partial autocorrelation π₁ at lag 1
 * @param second partial autocorrelation π₂ at lag 2
 * @param theta moving-average constant θ
 * @returns the model
 */
export function noiseModel(first: number, second: number, theta = 0): NoiseModel {
  const p1 = first * (1 - second);
  const p2 = second;
  const variance = 1 / ((1 - second * second) * (1 - first * first));
  const head = 1 / variance;
  const next = 1 - p2 * p2;
  const squares = p1 * p1 + p2 * p2;
  const rowVariance = variance * (1 + theta * theta - 2 * theta * first);
  return {
    partial: [first, second],
    theta,
    weights: Float64Array.of(
      1 + squares,
      p1 * p2 - p1,
      -p2,
      squares + next,
      -squares,
      p2 * p2 + head + next * first * first,
      -p2 * p2,
      p1 * p2 - next * first,
      -p1 * p2,
    ),
    logDeterminant: Math.log(variance) - Math.log(next),
    inflation: ((1 - theta) / (1 - p1 - p2)) ** 2 / rowVariance,
    rowVariance,
  };
}

/**
 * The quadratic form xᵀΣ⁻¹z of a pair of series under the autoregression.
 *
 * @param model the noise
 * @param sums lag sums of pairs of series
 * @param at where the pair's nine sums begin
 * @returns xᵀΣ⁻¹z for unit innovations
 */
export function quadraticForm({ weights }: NoiseModel, sums: Float64Array, at: number): number {
  let form = 0;
  for (let k = 0; k < LAG_SUMS; k++) form += weights[k] * sums[at + k];
  return form;
}
