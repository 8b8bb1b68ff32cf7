import { LAG_SUMS } from './lagSums';

/** A stationary second-order autoregression, by its partial autocorrelations. */
export interface NoiseModel {
  /** Partial autocorrelations at lag 1 and 2, each in (−1, 1): exactly the stationary models. */
  readonly partial: readonly [number, number];
  /** Weights of the nine lag sums of a pair in vᵀΣ⁻¹w, Σ the covariance for unit innovations. */
  readonly weights: Float64Array;
  /** ln det Σ for unit innovations. */
  readonly logDeterminant: number;
  /** Variance of a long mean relative to white noise of the same variance: (1+ρ)/(1−ρ) for AR(1). */
  readonly inflation: number;
}

/**
 * The exact Gaussian AR(2) x_t = φ₁x_{t−1} + φ₂x_{t−2} + ε_t with φ₂ = π₂, φ₁ = π₁(1 − π₂). Jitter around the plateau
 * is AR(2) (theory.md §4); AR(1) and white noise are π₂ = 0 and π₁ = π₂ = 0.
 *
 * @param first partial autocorrelation π₁ at lag 1 (the plain autocorrelation)
 * @param second partial autocorrelation π₂ at lag 2
 * @returns the model
 */
export function noiseModel(first: number, second: number): NoiseModel {
  const p1 = first * (1 - second);
  const p2 = second;
  const variance = 1 / ((1 - second * second) * (1 - first * first));
  const head = 1 / variance;
  const next = 1 - p2 * p2;
  const squares = p1 * p1 + p2 * p2;
  return {
    partial: [first, second],
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
    inflation: head / (1 - p1 - p2) ** 2,
  };
}

/**
 * The quadratic form vᵀΣ⁻¹w of a pair of series.
 *
 * @param model the noise
 * @param sums lag sums of pairs of series
 * @param at where the pair's nine sums begin
 * @returns vᵀΣ⁻¹w for unit innovations
 */
export function quadraticForm({ weights }: NoiseModel, sums: Float64Array, at: number): number {
  let form = 0;
  for (let k = 0; k < LAG_SUMS; k++) form += weights[k] * sums[at + k];
  return form;
}
