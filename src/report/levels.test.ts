import { describe, expect, it } from 'vitest';
import { seededNormal } from '../../test/syntheticLog';
import { meanOf, runningMeans, tenthOf } from '../dynamics/means';
import { levelRows, scatterOf } from './levels';

const noisy = (of: (i: number) => number, sigma: number, n = 300): Float64Array => {
  const normal = seededNormal(3);
  return Float64Array.from({ length: n }, (_, i) => of(i) + sigma * normal());
};

describe('levelRows', () => {
  it.each<[string, (i: number) => number, number, number | null]>([
    ['a jump, level for two thirds', (i) => (i < 100 ? 0 : 1), 0.02, 180],
    ['a jump, level for a third', (i) => (i < 205 ? 0 : 1), 0.02, 90],
    ['a fall that stays down', (i) => (i < 100 ? 1 : 0), 0.02, 180],
    ['a straight line', (i) => i / 300, 0.02, null],
    ['a slow approach', (i) => 1 - Math.exp(-i / 200), 0.02, null],
    ['no rise at all', () => 0.5, 0, null],
    ['too much scatter to tell', (i) => (i < 100 ? 0 : 1), 1, null],
  ])('%s', (_, of, sigma, expected) => {
    expect(levelRows(noisy(of, sigma))).toBe(expected);
  });

  it.each([[[]], [[1]], [[1, 2]]])('is null for %j', (values) => {
    expect(levelRows(Float64Array.from(values))).toBeNull();
  });
});

describe('runningMeans', () => {
  it('equals the mean of every window', () => {
    const values = noisy((i) => i, 5, 50);
    const means = runningMeans(values, 7);
    expect(means).toHaveLength(44);
    means.forEach((mean, i) => {
      expect(mean).toBeCloseTo(meanOf(values, i, i + 7), 10);
    });
  });
});

describe('means and scatter', () => {
  it.each([
    [tenthOf(1), 1],
    [tenthOf(4), 1],
    [tenthOf(400), 40],
    [meanOf(Float64Array.of(1, 2, 3, 4), 1, 3), 2.5],
    [scatterOf(Float64Array.of(5)), 0],
    [scatterOf(Float64Array.of(0, 2, 0, 2)), Math.SQRT2],
  ])('%f', (value, expected) => {
    expect(value).toBeCloseTo(expected, 12);
  });
});
