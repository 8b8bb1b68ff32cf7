import { describe, expect, it } from 'vitest';
import { goldenLogs, goldenSeries } from '../../test/goldenSeries';
import { hasShared } from '../../test/shared';
import { CURVES } from './curves/curveTable';
import { evaluateCurve } from './evaluateCurve';
import { fitCurves } from './fitCurves';

const readable = goldenLogs().flatMap((log) => {
  const series = goldenSeries(log);
  return series === null ? [] : [{ log, ...series }];
});

describe.skipIf(!hasShared)('real logs', () => {
  it('has every CSV, JSONL and JSON log with a reference', () => {
    expect(readable.length).toBe(24);
  });

  it.each(readable.map((entry) => [entry.log.file, entry] as const))(
    'fits %s as well as a multi-start reference',
    (_file, { log, t, y }) => {
      const set = fitCurves(t, y);
      expect(set.n).toBe(log.count);
      expect(set.noiseCeiling ?? undefined).toSatisfy(
        (value: number | undefined) =>
          value === log.noiseCeiling || Math.abs(value! - log.noiseCeiling!) < 1e-12,
      );
      for (const [name, reference] of Object.entries(log.fits ?? {})) {
        const curve = CURVES.find((candidate) => candidate.name === name)!;
        const fit = set.curves[curve.name]!;
        if (!reference.atBound) {
          expect(fit.sse / reference.sse, name).toBeLessThanOrEqual(1.0005);
          expect(fit.r2, name).toBeGreaterThanOrEqual(reference.r2 - 1e-3);
        }
        const { lower, upper } = curve.box({ span: log.lastStep - log.firstStep, stride: medianStride(t) });
        curve.shape(fit.constants).forEach((value, k) => {
          expect(value, name).toBeGreaterThanOrEqual(lower[k] - 1e-9 * Math.abs(lower[k]));
          expect(value, name).toBeLessThanOrEqual(upper[k] + 1e-9 * Math.abs(upper[k]));
        });
        const recomputed = y.reduce(
          (sum, reward, i) => sum + (reward - evaluateCurve(curve.name, fit.constants, t[i] - t[0])) ** 2,
          0,
        );
        expect(recomputed / fit.sse, `${name}: SSE from the constants`).toBeCloseTo(1, 9);
      }
    },
  );
});

function medianStride(t: Float64Array): number {
  const strides = Float64Array.from({ length: t.length - 1 }, (_, i) => t[i + 1] - t[i]).sort();
  return strides[strides.length >> 1];
}
