import { describe, expect, it } from 'vitest';
import { coverCell } from '../../../test/bench/coverage/coverCell';
import { curveWithNoise } from '../../../test/syntheticLog';
import type { Interval } from '../fit';
import { fitCurves } from '../fitCurves';

const width = ([low, high]: Interval): number => (high ?? Infinity) - (low ?? -Infinity);

describe('intervals', () => {
  const constants = { R0: 0.2, plateau: 0.8, omega0: 0.03, zeta: 1.3 };
  const fit = (n: number, rho: number, seed = 1): ReturnType<typeof fitCurves> => {
    const { t, y } = curveWithNoise('inertial', constants, n, 0.05, seed, [rho]);
    return fitCurves(t, y);
  };

  it('stand for every constant and hold its estimate', () => {
    for (const curve of Object.values(fit(300, 0.5).curves)) {
      if (curve === null) continue;
      expect(Object.keys(curve.intervals).sort()).toEqual(Object.keys(curve.constants).sort());
      for (const [name, value] of Object.entries(curve.constants)) {
        const [low, high] = curve.intervals[name];
        expect(low ?? -Infinity, `${curve.curve} ${name}`).toBeLessThanOrEqual(value);
        expect(high ?? Infinity, `${curve.curve} ${name}`).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it('shrink with more points and widen with autocorrelation', () => {
    const plateau = (set: ReturnType<typeof fitCurves>): number =>
      width(set.curves.inertial!.intervals['plateau']);
    expect(plateau(fit(3000, 0))).toBeLessThan(plateau(fit(400, 0)));
    expect(plateau(fit(1000, 0.8))).toBeGreaterThan(1.8 * plateau(fit(1000, 0)));
  });

  it('agree with the textbook where the textbook holds: white noise, many points, a plateau well in view', () => {
    const exponential = { R0: 0.2, plateau: 0.8, tau: 60 };
    const n = 2000;
    const { t, y } = curveWithNoise('exponential', exponential, n, 0.05, 4);
    const [low, high] = fitCurves(t, y).curves.exponential!.intervals['plateau'];
    // Nearly all rows are on the plateau, which is then their mean.
    const standardError = 0.05 / Math.sqrt(n - 2 * 60);
    const ratio = (high! - low!) / (2 * 1.96 * standardError);
    // A little wider: that the noise is white is not known beforehand.
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.2);
  });

  it('leave an end open that the log does not bound', () => {
    const slow = { R0: 0.2, plateau: 5, tau: 4000 };
    const { t, y } = curveWithNoise('exponential', slow, 300, 0.02, 2);
    const [low, high] = fitCurves(t, y).curves.exponential!.intervals['plateau'];
    expect(low).not.toBeNull();
    expect(high).toBeNull();
  });

  it('are missing below 20 points, and a point where the fit is exact', () => {
    expect(fit(19, 0).curves.exponential!.intervals).toEqual({});
    const { t, y } = curveWithNoise('exponential', { R0: 0, plateau: 1, tau: 20 }, 100, 0, 1);
    const { intervals, constants: exact } = fitCurves(t, y).curves.exponential!;
    expect(intervals['plateau']).toEqual([exact['plateau'], exact['plateau']]);
  });

  it('cover under strong autocorrelation where least squares does not', () => {
    // 40 runs: 95 % ± 3.4 %. The full table is `npm run bench:coverage`.
    const { oscillatorPlateau, naive } = coverCell({ noise: 'ρ .8', n: 100, zeta: 1.3, timescales: 10 }, 40);
    expect(oscillatorPlateau).toBeGreaterThanOrEqual(0.85);
    expect(naive).toBeLessThan(0.75);
  });
});
