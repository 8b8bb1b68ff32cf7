import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { seededNormal } from '../../test/syntheticLog';
import { CURVE_NAMES } from '../dynamics/fit';
import { fitCurves } from '../dynamics/fitCurves';
import { noiseCeiling } from '../dynamics/noiseCeiling';
import { sumsOverSteps } from '../dynamics/sumsOverSteps';
import { averageSteps } from '../run/averageSteps';
import { overAllSteps } from './overAllSteps';

const normal = seededNormal(7);
const run = handMadeRun(
  Array.from({ length: 5001 }, (_, i) => 0.8 - 0.6 * Math.exp(-i / 900) + 0.05 * normal()),
);

it('gives a fit its own sums where it was made on every step', () => {
  const { steps, values } = run.reward;
  const { curves } = fitCurves(steps, values, { intervals: false });
  for (const name of CURVE_NAMES) {
    const fit = curves[name];
    if (fit === null) continue;
    const sums = sumsOverSteps(fit, steps, values, 1);
    expect(sums.n).toBe(fit.n);
    expect(sums.sse / fit.sse).toBeCloseTo(1, 9);
    expect(sums.r2).toBeCloseTo(fit.r2 ?? NaN, 9);
    expect(sums.bic).toBeCloseTo(fit.bic ?? NaN, 5);
  }
});

describe('a run fitted as means of two steps', () => {
  const short = averageSteps(run, 2501);
  const fits = fitCurves(short.reward.steps, short.reward.values, { intervals: false });

  it('is reported with the squares over every step, recomputed here from the constants', () => {
    const counted = overAllSteps(short, { from: 0, to: 2501, cut: null }, fits);
    const fit = counted.curves.exponential;
    const { R0, plateau, tau } = fit?.constants ?? {};
    const residual = (y: number, i: number): number =>
      y - plateau + (plateau - R0) * Math.exp(-Math.max(0, i - 0.5) / tau);
    const sse = run.reward.values.reduce((sum, y, i) => sum + residual(y, i) ** 2, 0);
    expect(fit?.n).toBe(5001);
    expect(fit?.sse).toBeCloseTo(sse, 9);
    expect(fit?.bic).toBeCloseTo(5001 * Math.log(sse / 5001) + 4 * Math.log(5001), 6);
    expect(fit?.bicAr).toBe(fits.curves.exponential?.bicAr);
    expect(counted.noiseCeiling).toBe(noiseCeiling(run.reward.values));
  });

  it('counts the steps of a later segment only', () => {
    const counted = overAllSteps(short, { from: 1000, to: 2501, cut: null }, fits);
    expect(counted.curves.exponential?.n).toBe(3001);
  });
});
