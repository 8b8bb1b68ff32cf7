import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { buildReport } from './buildReport';
import { curvePicture } from './curvePicture';
import { lookAhead } from './lookAhead';

function pictureOf(y: Float64Array) {
  const run = handMadeRun(y);
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values);
  const assessment = assessRegime(fits, steps, values);
  const outlook = lookAhead(run, fits, assessment);
  const report = buildReport({ run, fits, assessment, findings: [], outlook });
  const carriedOn = curvePicture(run, fits, { ...report, forecast: null }, null);
  return { report, picture: carriedOn, forecast: curvePicture(run, fits, report, outlook) };
}

describe('curvePicture', () => {
  it('is the curve that is read with its bands in order, on at most 200 absolute steps, consistent with the plateau', () => {
    const { y } = curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 40 }, 300, 0.05, 5, [0.4]);
    const { report, picture } = pictureOf(y);
    const { fit, ahead } = picture!;
    expect(picture!.curve).toBe(report.interpretation.curve);
    expect(fit.steps.length + ahead!.steps.length).toBeLessThanOrEqual(200);
    expect([fit.steps[0], fit.steps.at(-1), ahead!.steps[0]]).toEqual([1, 300, 300]);
    for (const { steps, reward, band, row } of [fit, ahead!])
      for (let i = 0; i < steps.length; i++) {
        const heights = [row!.low[i], band!.low[i], reward[i], band!.high[i], row!.high[i]];
        expect(heights.every(Number.isFinite)).toBe(true);
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
        if (i > 0) expect(steps[i]).toBeGreaterThan(steps[i - 1]);
      }
    const [low, high] = report.interpretation.plateau!.interval!;
    expect(ahead!.band!.low.at(-1)).toBeCloseTo(low!, 2);
    expect(ahead!.band!.high.at(-1)).toBeCloseTo(high!, 2);
  });

  it('draws the forecast beyond the last row where there is one', () => {
    const { y } = curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 40 }, 100, 0.05, 5, [0.4]);
    const { report, forecast } = pictureOf(y);
    expect(forecast!.ahead).toMatchObject({ kind: 'forecast', band: null });
    expect(forecast!.ahead!.steps.at(-1)).toBe(report.forecast!.atStep);
    expect(forecast!.ahead!.reward.at(-1)).toBe(report.forecast!.reward);
  });

  it('is nothing where no curve is trusted', () => {
    const { y } = curveWithNoise('exponential', { R0: 0.5, plateau: 0.5, tau: 40 }, 100, 0.05, 5);
    expect(pictureOf(y).picture).toBeNull();
  });
});
