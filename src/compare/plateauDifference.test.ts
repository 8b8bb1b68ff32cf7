import { describe, expect, it } from 'vitest';
import { fittedFrom, simulatedRun, type Truth } from '../../test/bench/compare/simulatedRun';
import { curveWithNoise } from '../../test/syntheticLog';
import { curvePlateaus, plateauDifference } from './plateauDifference';

const NOISE = { name: 'ρ .3', coefficients: [0.3], sampling: 0 };
const plateausOf = (seed: number, plateau: number, truth: Truth) => {
  const found = curvePlateaus(simulatedRun(200, 40, NOISE, seed, plateau, truth));
  if (typeof found === 'string') throw new Error(found);
  return found;
};

describe('plateauDifference', () => {
  it.each(['exponential', 'logistic', 'hill'] as const)(
    'finds a change of a fifth of the rise, and its size, whatever curve the rise has: %s',
    (truth) => {
      const found = plateauDifference(plateausOf(1, 0.8, truth), plateausOf(2, 0.92, truth));
      expect(found?.p).toBeLessThan(0.05);
      expect(Math.abs((found?.value ?? 0) - 0.12)).toBeLessThan(0.06);
      expect(found?.interval[0]).toBeGreaterThan(0);
    },
  );

  it('reads an S by curves without mechanism, which alone fit it', () => {
    expect([...plateausOf(1, 0.8, 'logistic').keys()]).toContain('logistic');
    expect([...plateausOf(1, 0.8, 'logistic').keys()]).not.toContain('exponential');
  });

  it('says nothing where no curve is allowed by both', () => {
    const [s, exponential] = [plateausOf(1, 0.8, 'logistic'), plateausOf(2, 0.8, 'exponential')];
    const apart = new Map([...exponential].filter(([curve]) => !s.has(curve)));
    expect(apart.size).toBeGreaterThan(0);
    expect(plateauDifference(s, apart)).toBeNull();
  });

  it('is exactly opposite with the runs exchanged', () => {
    const [a, b] = [plateausOf(3, 0.8, 'exponential'), plateausOf(4, 0.85, 'exponential')];
    const [there, back] = [plateauDifference(a, b), plateauDifference(b, a)];
    expect(back?.value).toBeCloseTo(-(there?.value ?? NaN), 9);
    expect(back?.p).toBeCloseTo(there?.p ?? NaN, 9);
    expect(back?.interval[0]).toBeCloseTo(-(there?.interval[1] ?? NaN), 6);
  });
});

describe('curvePlateaus', () => {
  it('reads no plateau that lies farther than the run has come', () => {
    const { t, y } = curveWithNoise('exponential', { R0: 0.2, plateau: 1.8, tau: 600 }, 200, 0.01, 5, [0.3]);
    expect(curvePlateaus(fittedFrom(t, y))).toMatch(/half of the way|too early/);
  });

  it('reads none from a run without a rise, as the Report of it does', () => {
    const { t, y } = curveWithNoise('exponential', { R0: 0.5, plateau: 0.5, tau: 40 }, 200, 0.06, 5, [0.3]);
    expect(curvePlateaus(fittedFrom(t, y))).toMatch(/no trend|too little|too early/);
  });
});
