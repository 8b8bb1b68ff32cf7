import { shuffle } from './shuffle';
import type { Sieve } from './sieve';

/**
 * A surrogate: a stationary series with the correlation and the distribution of innovations of the one the sieve was
 * fitted to, but in which nothing changes over time. The innovations in another order (drawn twice, the first time to
 * forget the start) drive the same autoregression. Deterministic by seed.
 *
 * @param sieve the autoregression and its innovations
 * @param seed which surrogate
 * @returns as many values as the series had
 */
export function surrogate({ coefficients, innovations }: Sieve, seed: number): Float64Array {
  const order = coefficients.length;
  const settle = innovations.length;
  const x = new Float64Array(2 * settle + order);
  for (const part of [0, 1]) {
    const drawn = innovations.slice();
    shuffle(drawn, 2 * seed + part);
    x.set(drawn, part * settle);
  }
  x.set(x.subarray(settle, settle + order), 2 * settle);
  for (let i = 0; i < x.length; i++)
    for (let k = 0; k < order && k < i; k++) x[i] += coefficients[k] * x[i - 1 - k];
  return x.subarray(settle);
}
