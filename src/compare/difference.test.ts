import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, measured } from './difference';
import { studentPoint } from './tailProbability';

describe('differenceOf', () => {
  it('is Welch’s test where the intervals are even', () => {
    const a = measured(1, [0.5, 1.5], 10);
    const b = measured(2, [1.8, 2.2], 20);
    const { value, interval, p } = differenceOf(a, b);
    const [va, vb] = [0.5 / studentPoint(0.05, 10), 0.2 / studentPoint(0.05, 20)].map((error) => error ** 2);
    const degrees = (va + vb) ** 2 / (va ** 2 / 10 + vb ** 2 / 20);
    const half = studentPoint(0.05, degrees) * Math.sqrt(va + vb);
    expect(value).toBe(1);
    expect(interval[0]).toBeCloseTo(1 - half, 9);
    expect(interval[1]).toBeCloseTo(1 + half, 9);
    // scipy 1.17: stats.ttest_ind_from_stats(2, .2/t20*sqrt(21), 21, 1, .5/t10*sqrt(11), 11, equal_var=False)
    expect(p).toBeCloseTo(0.0008, 3);
  });

  it('counts with the side that faces the other number', () => {
    const narrowBelow = measured(2, [1.9, 9], 50);
    const other = measured(1, [0.9, 1.1], 50);
    expect(differenceOf(other, narrowBelow).p).toBeLessThan(1e-6);
    expect(differenceOf(narrowBelow, measured(3, [2.9, 3.1], 50)).p).toBeGreaterThan(0.5);
  });

  it('says nothing where the facing sides are open, and still bounds the other way', () => {
    const { p, interval, detectable } = differenceOf(
      measured(1, [0.9, null], 30),
      measured(2, [1.9, 2.1], 30),
    );
    expect(p).toBe(1);
    expect(interval[0]).toBeNull();
    expect(interval[1]).toBeGreaterThan(1);
    expect(detectable).toBeNull();
  });

  it.each([
    ['above', [31, 126], 129.5],
    ['above, past its end', [31, 125.9], 129.5],
    ['below', [126, 190], 122],
    ['below, the other side open', [126, null], 122],
  ] as const)('claims nothing across the end its estimate lies on: %s', (_, interval, other) => {
    const { p, detectable } = differenceOf(
      measured(126, interval, 60),
      measured(other, [other - 0.1, other + 0.1], 60),
    );
    expect([p, detectable]).toEqual([1, null]);
  });

  it('keeps the side that is known, and an exact number', () => {
    const end = measured(126, [31, 126], 60);
    expect(differenceOf(end, measured(2, [1, 3], 60)).p).toBeCloseTo(
      differenceOf(measured(126, [31, 221], 60), measured(2, [1, 3], 60)).p,
      9,
    );
    expect(measured(1, [1, 1], 60)).toMatchObject({ below: 0, above: 0 });
  });

  it('finds p below 5 % exactly where the 95 % interval leaves out 0', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const width = fc.double({ min: 0.05, max: 3, noNaN: true });
    const degrees = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(number, number, width, width, width, width, degrees, (x, y, a, b, c, d, nu) => {
        const { interval, p } = differenceOf(
          measured(x, [x - a, x + b], nu),
          measured(y, [y - c, y + d], 2 * nu),
        );
        const [low, high] = interval;
        if (low === null || high === null) throw new Error('open');
        if (Math.min(Math.abs(low), Math.abs(high)) > 1e-6) expect(p < 0.05).toBe(low > 0 || high < 0);
      }),
      { numRuns: 200 },
    );
  });
});
