import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAGS_A_PASS, lagProducts } from './lagProducts';

/** One lag alone, added up in the order of the rows. */
function productAt(x: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < x.length; i++) sum += x[i] * x[i - lag];
  return sum;
}

describe('lagProducts', () => {
  it('gives to the last bit what each lag gives alone, of series shorter than the lags too', () => {
    const series = fc.float64Array({ noNaN: true, min: -1e6, max: 1e6, maxLength: 40 });
    fc.assert(
      fc.property(series, fc.nat(20), (x, lag) => {
        const sums = new Float64Array(LAGS_A_PASS).fill(NaN);
        lagProducts(x, lag, sums);
        const alone = [0, 1, 2, 3].map((k) => productAt(x, lag + k));
        expect([...sums].map((sum) => sum + 0)).toEqual(alone.map((sum) => sum + 0));
      }),
    );
  });
});
