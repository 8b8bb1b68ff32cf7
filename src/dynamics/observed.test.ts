import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededNormal } from '../../test/syntheticLog';
import { assessRegime } from './regime';
import { fitCurves } from './fitCurves';
import { CURVE_NAMES } from './fit';
import { freshWithin } from './observed';

const COPIES = 5;

interface Points {
  readonly t: Float64Array;
  readonly y: Float64Array;
}

/** A rise with noise, one value each fifth step. */
function unfilled(seed: number, n: number): Points {
  const normal = seededNormal(seed);
  const t = Float64Array.from({ length: n }, (_, i) => COPIES * i);
  return { t, y: t.map((step) => 0.8 - 0.6 * Math.exp(-step / (0.6 * n)) + 0.03 * normal()) };
}

/** The same, each value repeated until the next. */
function filled({ t, y }: Points): Points & { readonly fresh: Int32Array } {
  const n = COPIES * t.length;
  return {
    t: Float64Array.from({ length: n }, (_, i) => i),
    y: Float64Array.from({ length: n }, (_, i) => y[Math.floor(i / COPIES)]),
    fresh: Int32Array.from(t),
  };
}

describe('a reward that is repeated until the next evaluation', () => {
  it.each([1, 2, 3])('has the intervals and the selection of its evaluations, seed %i', (seed) => {
    const few = unfilled(seed, 80);
    const many = filled(few);
    const truth = fitCurves(few.t, few.y);
    const fits = fitCurves(many.t, many.y, { fresh: many.fresh });
    expect(fits.n).toBe(80);
    expect([fits.constant.bicAr, fits.line.bicAr]).toEqual([truth.constant.bicAr, truth.line.bicAr]);
    for (const name of CURVE_NAMES) {
      const [fit, known] = [fits.curves[name], truth.curves[name]];
      if (fit === null || known === null) {
        expect(fit).toBe(known);
        continue;
      }
      expect([fit.bicAr, fit.effectiveN, fit.autocorrelation]).toEqual([
        known.bicAr,
        known.effectiveN,
        known.autocorrelation,
      ]);
      expect(fit.n).toBe(400);
      for (const [constant, [low, high]] of Object.entries(known.intervals)) {
        const value = fit.constants[constant];
        // An interval always holds its value, that over all rows.
        expect(fit.intervals[constant]).toEqual([
          low === null ? null : Math.min(low, value),
          high === null ? null : Math.max(high, value),
        ]);
      }
    }
    const regimes = [assessRegime(fits, many.t, many.y), assessRegime(truth, few.t, few.y)];
    expect(regimes[0].selected).toBe(regimes[1].selected);
    expect(regimes[0].regime).toBe(regimes[1].regime);
  });

  it('would have narrower intervals if copies counted', () => {
    const many = filled(unfilled(1, 80));
    const width = (fresh: Int32Array | null): number => {
      const [low, high] = fitCurves(many.t, many.y, { fresh }).curves.exponential?.intervals['plateau'] ?? [];
      return (high ?? Infinity) - (low ?? -Infinity);
    };
    expect(width(many.fresh)).toBeGreaterThan(1.05 * width(null));
  });
});

describe('freshWithin', () => {
  it('counts the first row of any stretch as seen', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(99), { minLength: 1 }),
        fc.nat(99),
        fc.nat(100),
        (rows, from, length) => {
          const fresh = Int32Array.from(rows).sort();
          const to = Math.min(100, from + length);
          const expected = rows.filter((row) => row > from && row < to).map((row) => row - from);
          const within = [...(freshWithin(fresh, from, to) ?? [])];
          expect(within).toEqual(to > from ? [0, ...expected.sort((a, b) => a - b)] : []);
        },
      ),
    );
    expect(freshWithin(null, 3, 9)).toBeNull();
  });
});
