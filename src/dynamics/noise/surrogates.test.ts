import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import { fitSieve } from './sieve';
import { Surrogates } from './surrogates';

const sieve = fitSieve(autoregressiveNoise(200, [0.7], seededNormal(4)));

describe('Surrogates', () => {
  it('are as long as the series and the same for the same seed, whatever was drawn between', () => {
    const surrogates = new Surrogates(sieve);
    const first = [...surrogates.draw(3)];
    const other = [...surrogates.draw(4)];
    expect(first).toHaveLength(200);
    expect(other).not.toEqual(first);
    expect([...surrogates.draw(3)]).toEqual(first);
  });

  it('follow the autoregression, driven by the innovations in another order', () => {
    const x = new Surrogates(sieve).draw(7);
    const { coefficients, innovations } = sieve;
    const order = coefficients.length;
    // From the row on that looks back into the surrogate alone.
    const driven = Array.from(x.subarray(order), (value, i) =>
      coefficients.reduce((rest, phi, k) => rest - phi * x[i + order - 1 - k], value),
    );
    const known = [...innovations];
    for (const one of driven)
      expect(Math.min(...known.map((each) => Math.abs(each - one)))).toBeLessThan(1e-9);
  });
});
