import { describe, expect, it, test } from 'vitest';
import { curveWithNoise } from '../../test/syntheticLog';
import { fitCurves } from './fitCurves';
import { correlationOf } from './shapeCorrelation';

test.each<[number[], number | null]>([
  [[1, 0, 0, 1], 0],
  [[4, -1, -1, 1], 0.5],
  [[4, 1, 1, 1], -0.5],
  [[1e-200, 5e-201, 5e-201, 1e-200], -0.5],
  [[1, 1, 1, 1], null],
  [[0, 0, 0, 1], null],
  [[NaN, 0, 0, 1], null],
])('the information matrix %j correlates its two estimates by %j', (information, expected) => {
  const correlation = correlationOf(information);
  if (expected === null || correlation === null) expect(correlation).toBe(expected);
  else expect(correlation).toBeCloseTo(expected, 12);
});

describe('correlation of ω₀ and ζ', () => {
  it.each<[zeta: number, omega0: number, isSeparable: boolean]>([
    [0.2, 0.08, true],
    [3, 0.08, false],
  ])('at ζ %j, seen whole', (zeta, omega0, isSeparable) => {
    const { t, y } = curveWithNoise(
      'oscillator',
      { R0: 0.1, plateau: 0.7, omega0, zeta },
      400,
      0.02,
      8,
      [0.4],
    );
    const { curves } = fitCurves(t, y);
    const correlation = curves.oscillator?.correlation ?? NaN;
    if (isSeparable) expect(Math.abs(correlation)).toBeLessThan(0.97);
    else expect(Math.abs(correlation)).toBeGreaterThanOrEqual(0.97);
    expect(curves.inertial?.correlation).not.toBeUndefined();
    for (const name of ['exponential', 'logistic', 'hill'] as const)
      expect(curves[name]?.correlation).toBeNull();
  });
});
