import { describe, expect, it } from 'vitest';
import { fitCurves } from './fitCurves';
import { assessRegime } from './regime';
import { curveWithNoise, seededNormal } from '../../test/syntheticLog';

describe('regime', () => {
  const assess = (t: Float64Array, y: Float64Array): ReturnType<typeof assessRegime> =>
    assessRegime(fitCurves(t, y), t, y);

  it('is too early below 20 steps, whatever they look like', () => {
    const { t, y } = curveWithNoise('exponential', { R0: 0, plateau: 1, tau: 3 }, 19, 0.01, 1);
    expect(assess(t, y).regime).toBe('too-early');
  });

  it('finds no trend in noise around a level, and says what won', () => {
    const normal = seededNormal(3);
    const t = Float64Array.from({ length: 400 }, (_, i) => i);
    const verdict = assess(
      t,
      t.map(() => 0.5 + 0.1 * normal()),
    );
    expect(verdict.regime).toBe('no-trend');
    expect(verdict.selected).toBeNull();
    expect(verdict.reasons[0]).toContain('constant');
  });

  it('finds no trend in a constant reward, and in a straight line', () => {
    const t = Float64Array.from({ length: 60 }, (_, i) => i);
    expect(assess(t, new Float64Array(60).fill(0.1))).toMatchObject({
      regime: 'no-trend',
      mechanism: null,
      plateau: null,
    });
    const normal = seededNormal(4);
    expect(
      assess(
        t,
        t.map((step) => step + normal()),
      ).regime,
    ).toBe('no-trend');
  });

  it('calls a single exponential overdamped', () => {
    const { t, y } = curveWithNoise('exponential', { R0: 0.1, plateau: 0.8, tau: 40 }, 300, 0.05, 5);
    const verdict = assess(t, y);
    expect(verdict.regime).toBe('overdamped');
    expect(verdict.mechanism).toBe('exponential');
    expect(verdict.plateau!.value).toBeCloseTo(0.8, 1);
  });

  it('names a better curve without mechanism, by how much it is better, and its plateau', () => {
    const { t, y } = curveWithNoise('hill', { R0: 0.1, plateau: 0.9, cMid: 60, exponent: 0.7 }, 800, 0.01, 6);
    const verdict = assess(t, y);
    expect(verdict.selected).toBe('hill');
    expect(verdict.rival!.curve).toBe('hill');
    expect(verdict.rival!.deltaBicAr).toBeGreaterThan(6);
    expect(verdict.mechanism).not.toBe('hill');
  });
});
