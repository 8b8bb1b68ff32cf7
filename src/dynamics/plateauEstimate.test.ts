import { describe, expect, it } from 'vitest';
import { curveWithNoise } from '../../test/syntheticLog';
import { intervalOf } from './estimate';
import { fitCurves } from './fitCurves';
import { DECISIVE, score } from './modelChoice';
import { betterCurveDisagrees, plateauEstimate } from './plateauEstimate';

describe('plateauEstimate', () => {
  // A mild slow start: the exponential is not rejected, and sure of a plateau that is a little too high.
  const constants = { R0: 0.2, plateau: 0.8, omega0: 0.05327, zeta: 1.3 };
  const seeds = [7116, 7823, 8126];

  it('holds its own interval where it is beaten and closed', () => {
    const hill = { R0: 0.2, plateau: 0.9, cMid: 30, exponent: 1.2 };
    const { t, y } = curveWithNoise('hill', hill, 400, 0.03, 5);
    const fits = fitCurves(t, y);
    const { exponential } = fits.curves;
    const own = intervalOf(exponential, 'plateau')!;
    expect(score(exponential!) - score(fits.curves.hill!)).toBeGreaterThan(DECISIVE);
    expect(own).not.toContain(null);
    expect(betterCurveDisagrees(fits, exponential!)).toBe(
      score(exponential!) - score(fits.curves.hill!) >= DECISIVE,
    );
    expect(betterCurveDisagrees(fits, fits.curves.hill!)).toBe(false);
    const [low, high] = plateauEstimate(fits, exponential!).interval!;
    expect(low).toBeLessThanOrEqual(own[0]!);
    expect(high).toBeGreaterThanOrEqual(own[1]!);
  });

  it.each(seeds)(
    'is as wide as that of the free oscillator where a special case of it is read, seed %d',
    (seed) => {
      const { t, y } = curveWithNoise('oscillator', constants, 400, 0.06, seed, [0.3]);
      const fits = fitCurves(t, y);
      const { exponential, oscillator } = fits.curves;
      expect(score(oscillator!) - score(exponential!)).toBeLessThan(DECISIVE);
      const [low, high] = plateauEstimate(fits, exponential!).interval!;
      const [lowest, highest] = intervalOf(oscillator, 'plateau')!;
      expect(low).toBeLessThanOrEqual(lowest!);
      expect(high).toBeGreaterThanOrEqual(highest!);
    },
  );
});
