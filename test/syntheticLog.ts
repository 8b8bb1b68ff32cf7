import { evaluateCurve } from '../src/dynamics/evaluateCurve';
import type { CurveName } from '../src/dynamics/fit';

/** Seeded standard normal numbers (xorshift, Box–Muller): the same on every machine. */
export function seededNormal(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) uniform();
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Stationary autoregressive noise of unit variance: x_t = a₁x_{t−1} + a₂x_{t−2} + … + ε. */
export function autoregressiveNoise(
  n: number,
  coefficients: readonly number[],
  normal: () => number,
): Float64Array {
  const settle = 500;
  const x = new Float64Array(n + settle);
  for (let i = 0; i < x.length; i++)
    x[i] = coefficients.reduce((sum, a, k) => sum + a * (i > k ? x[i - k - 1] : 0), normal());
  const scale = Math.sqrt(stationaryVariance(coefficients));
  return x.slice(settle).map((value) => value / scale);
}

/** Variance of an autoregression of order 0, 1 or 2 driven by unit noise. */
function stationaryVariance([a = 0, b = 0]: readonly number[]): number {
  return (1 - b) / ((1 + b) * ((1 - b) ** 2 - a * a));
}

/**
 * A curve sampled at n unit steps from 0 with autoregressive noise of standard deviation sigma; `sampling` is the share
 * of its variance that is white instead, as the mean of a finite batch adds.
 */
export function curveWithNoise(
  curve: CurveName,
  constants: Readonly<Record<string, number>>,
  n: number,
  sigma: number,
  seed: number,
  coefficients: readonly number[] = [],
  sampling = 0,
): { t: Float64Array; y: Float64Array } {
  const t = Float64Array.from({ length: n }, (_, i) => i);
  const normal = seededNormal(seed);
  const process = autoregressiveNoise(n, coefficients, normal);
  const y = t.map((step, i) => {
    const white = sampling > 0 ? Math.sqrt(sampling) * normal() : 0;
    return evaluateCurve(curve, constants, step) + sigma * (Math.sqrt(1 - sampling) * process[i] + white);
  });
  return { t, y };
}
