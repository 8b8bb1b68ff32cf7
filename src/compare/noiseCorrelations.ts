import type { NoiseModel } from '../dynamics/noise/noiseModel';

/**
 * Autocorrelations of an ARMA(2,1): of x by its recursion, of v = x − θ x₋₁ from those.
 *
 * @param model the noise
 * @param count how many lags, the first being 0
 * @returns correlations at lag 0, 1, …
 */
export function correlationsOf({ partial: [first, second], theta }: NoiseModel, count: number): Float64Array {
  const p1 = first * (1 - second);
  const x = new Float64Array(count + 2);
  x[0] = 1;
  x[1] = first;
  for (let k = 2; k < x.length; k++) x[k] = p1 * x[k - 1] + second * x[k - 2];
  const row = 1 + theta * theta - 2 * theta * first;
  const at = (k: number): number =>
    ((1 + theta * theta) * x[k] - theta * (x[Math.abs(k - 1)] + x[k + 1])) / row;
  return Float64Array.from({ length: count }, (_, k) => at(k));
}
