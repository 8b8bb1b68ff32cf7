import { describe, expect, it } from 'vitest';
import { curveWithNoise } from '../../test/syntheticLog';
import { evaluateCurve } from './evaluateCurve';
import { fitCurves } from './fitCurves';
import { modelBand } from './modelBand';

const CONSTANTS = { R0: 0.2, plateau: 0.8, tau: 40 };

describe('modelBand', () => {
  it('covers the curve and new rows about as often as it says, under autocorrelated noise', () => {
    const at = Float64Array.of(0, 15, 60, 119, 200);
    let [curve, rows, count] = [0, 0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const { t, y } = curveWithNoise('exponential', CONSTANTS, 120, 0.06, seed, [0.5]);
      const fits = fitCurves(t, y);
      const { band, row } = modelBand(fits, fits.curves.exponential!, at);
      const fresh = curveWithNoise('exponential', CONSTANTS, 201, 0.06, 1000 + seed, [0.5]).y;
      at.forEach((time, i) => {
        const truth = evaluateCurve('exponential', CONSTANTS, time);
        count++;
        if (band!.low[i] <= truth && truth <= band!.high[i]) curve++;
        if (row!.low[i] <= fresh[time] && fresh[time] <= row!.high[i]) rows++;
      });
    }
    expect(curve / count).toBeGreaterThanOrEqual(0.92);
    expect(rows / count).toBeGreaterThanOrEqual(0.92);
    expect(rows / count).toBeLessThanOrEqual(0.99);
  });

  it('has no width where there is no noise, and no bands on a handful of rows', () => {
    const t = Float64Array.from({ length: 60 }, (_, i) => i);
    const y = t.map((step) => evaluateCurve('exponential', CONSTANTS, step));
    const exact = fitCurves(t, y);
    const { value, band, row } = modelBand(exact, exact.curves.exponential!, t);
    expect(Math.max(...band!.high.map((high, i) => high - value[i]))).toBeLessThan(1e-9);
    expect(Math.max(...row!.high.map((high, i) => Math.abs(high - y[i])))).toBeLessThan(1e-9);
    const few = fitCurves(t.slice(0, 12), y.slice(0, 12));
    expect(few.curves.exponential!.track(t).band).toBeNull();
  });
});
