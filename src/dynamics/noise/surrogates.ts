import { shuffle } from './shuffle';
import type { Sieve } from './sieve';

/**
 * Surrogates: stationary series with the correlation and the distribution of innovations of the one the sieve was
 * fitted to, but in which nothing changes over time. The innovations in another order (drawn twice, the first time to
 * forget the start) drive the same autoregression. Deterministic by seed. All are drawn into one buffer: hundreds of
 * short-lived arrays a run make the engine's collector the slowest part of a scan.
 */
export class Surrogates {
  readonly #sieve: Sieve;
  readonly #x: Float64Array;
  readonly #parts: readonly Float64Array[];
  readonly #settled: Float64Array;

  /**
   * Makes room for one surrogate.
   *
   * @param sieve the autoregression and its innovations
   */
  constructor(sieve: Sieve) {
    const settle = sieve.innovations.length;
    this.#sieve = sieve;
    this.#x = new Float64Array(2 * settle + sieve.coefficients.length);
    this.#parts = [this.#x.subarray(0, settle), this.#x.subarray(settle, 2 * settle)];
    this.#settled = this.#x.subarray(settle);
  }

  /**
   * Draws one.
   *
   * @param seed which surrogate
   * @returns as many values as the series had; the next draw overwrites them
   */
  draw(seed: number): Float64Array {
    const { coefficients, innovations } = this.#sieve;
    const settle = innovations.length;
    for (let part = 0; part < 2; part++) {
      this.#parts[part].set(innovations);
      shuffle(this.#parts[part], 2 * seed + part);
    }
    this.#x.copyWithin(2 * settle, settle, settle + coefficients.length);
    recur(this.#x, coefficients);
    return this.#settled;
  }
}

/** x_t += Σ coefficients[k] x_{t−1−k}, in place, from the first value on. */
function recur(x: Float64Array, coefficients: Float64Array): void {
  const order = coefficients.length;
  for (let i = 0; i < x.length; i++) {
    const most = Math.min(order, i);
    let value = x[i];
    for (let k = 0; k < most; k++) value += coefficients[k] * x[i - 1 - k];
    x[i] = value;
  }
}
