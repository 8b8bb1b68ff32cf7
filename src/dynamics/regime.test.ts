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

  it('finds no trend in a constant reward; a straight line is too early: nothing bounds where it levels off', () => {
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
    ).toBe('too-early');
  });

  it('counts a single step in the singular', () => {
    expect(assess(Float64Array.of(3), Float64Array.of(0.5)).reasons[0]).toMatch(/^1 step; /);
  });

  it('does not take a misfit for carried-over noise: a clean S-shaped rise of 300 steps is enough', () => {
    const sigmoid = { R0: 0.1, plateau: 0.9, rate: 0.1, midpoint: 120 };
    const { t, y } = curveWithNoise('logistic', sigmoid, 300, 0.005, 12);
    const verdict = assess(t, y);
    expect(verdict.selected).toBe('logistic');
    expect(verdict.reasons[0]).not.toContain('worth about');
  });

  it('does not call autocorrelated noise around a level a ringing', () => {
    const rung = Array.from({ length: 20 }, (_, seed) => {
      const { t, y } = curveWithNoise(
        'exponential',
        { R0: 0.5, plateau: 0.5, tau: 10 },
        120,
        0.1,
        100 + seed,
        [0.8],
      );
      return assess(t, y).regime === 'oscillatory';
    });
    expect(rung.filter(Boolean).length).toBeLessThanOrEqual(1);
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

  it('calls a ringing oscillatory: less than critical damping, a full swing in view, nothing else comes close', () => {
    const ringing = { R0: 0.1, plateau: 0.7, omega0: 0.08, zeta: 0.2 };
    const { t, y } = curveWithNoise('oscillator', ringing, 400, 0.05, 8, [0.4]);
    const verdict = assess(t, y);
    expect(verdict).toMatchObject({ regime: 'oscillatory', selected: 'oscillator', mechanism: 'oscillator' });
  });

  it('does not call a half cosine through an S a ringing', () => {
    const sigmoid = { R0: 0.1, plateau: 0.9, rate: 0.06, midpoint: 150 };
    for (const n of [200, 300]) {
      const { t, y } = curveWithNoise('logistic', sigmoid, n, 0.03, 9);
      expect(assess(t, y).regime).not.toBe('oscillatory');
    }
  });

  it('is critical where the damping ratio is pinned around 1', () => {
    const critical = { R0: 0.1, plateau: 0.7, omega0: 0.03, zeta: 1 };
    const { t, y } = curveWithNoise('oscillator', critical, 2000, 0.01, 10);
    expect(assess(t, y).regime).toBe('critical');
  });

  it('says too early where the plateau is not bounded', () => {
    const { t, y } = curveWithNoise('exponential', { R0: 0, plateau: 3, tau: 400 }, 200, 0.02, 11);
    expect(assess(t, y).regime).toBe('too-early');
  });
});
