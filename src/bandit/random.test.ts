import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from './random';

/** Mean and variance of `count` draws. */
function moments(count: number, draw: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / count;
  return { mean, variance: squares / count - mean * mean };
}

describe('Random', () => {
  it('is xoshiro128** 1.1', () => {
    // First outputs of the authors' C file from state {1, 2, 3, 4}.
    const random = Random.fromState([1, 2, 3, 4]);
    const first = Array.from({ length: 10 }, () => random.bits());
    expect(first).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('repeats itself from a seed and differs between seeds', () => {
    const take = (seed: number): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 8 }, () => random.uniform());
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('draws uniforms and normals with the right moments', () => {
    const random = new Random(11);
    const uniform = moments(200_000, () => random.uniform());
    expect(uniform.mean).toBeCloseTo(0.5, 2);
    expect(uniform.variance).toBeCloseTo(1 / 12, 3);
    const gaussian = moments(200_000, () => random.gaussian());
    expect(Math.abs(gaussian.mean)).toBeLessThan(0.01);
    expect(gaussian.variance).toBeCloseTo(1, 1);
  });

  it.each([
    [1, 0.3],
    [8, 0.85],
    [64, 0.02],
    [64, 0.5],
    [3000, 0.4],
  ])('draws binomials of n = %i, p = %f with the right mean and variance', (n, p) => {
    const random = new Random(3);
    const count = 60_000;
    const { mean, variance } = moments(count, () => random.binomial(n, p));
    const truth = n * p * (1 - p);
    expect(Math.abs(mean - n * p)).toBeLessThan(5 * Math.sqrt(truth / count));
    expect(Math.abs(variance / truth - 1)).toBeLessThan(0.05);
  });

  it('draws binomials with the exact distribution', () => {
    const random = new Random(5);
    const counts = new Array<number>(5).fill(0);
    const draws = 100_000;
    for (let i = 0; i < draws; i++) counts[random.binomial(4, 0.3)] += 1;
    const exact = [0.2401, 0.4116, 0.2646, 0.0756, 0.0081];
    exact.forEach((p, i) => expect(Math.abs(counts[i] / draws - p)).toBeLessThan(0.006));
  });

  it('keeps binomials, integers and indices in range for any input', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, n, p) => {
          const random = new Random(seed);
          const k = random.binomial(n, p);
          expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
          const i = random.below(n + 1);
          expect(i >= 0 && i <= n).toBe(true);
          expect(random.index([p, 1 - p])).toBeLessThan(2);
        },
      ),
    );
  });

  it('shuffles into a permutation', () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    new Random(1).shuffle(items);
    expect(items).not.toEqual([...items].sort((a, b) => a - b));
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });
});
