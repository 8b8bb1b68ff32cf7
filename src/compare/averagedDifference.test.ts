import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagedDifference } from './averagedDifference';
import { differenceOf, gapOf, measured, type Measured } from './difference';

const width = fc.double({ min: 0.05, max: 3, noNaN: true });
const number = fc
  .tuple(
    fc.double({ min: -5, max: 5, noNaN: true }),
    width,
    width,
    fc.double({ min: 2, max: 200, noNaN: true }),
  )
  .map(([value, below, above, degrees]) => measured(value, [value - below, value + above], degrees));
const pair = fc.tuple(number, number);

const gaps = (pairs: readonly (readonly [Measured, Measured])[], weights: readonly number[]) =>
  pairs.map(([a, b], i) => ({ gap: gapOf(a, b), weight: weights[i] }));

describe('averagedDifference', () => {
  it('is the difference itself of one reading, or of one given several times', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom([1], [0.2, 3]), ([a, b], weights) => {
        const averaged = averagedDifference(
          gaps(
            [
              [a, b],
              [a, b],
            ].slice(0, weights.length) as [],
            weights,
          ),
        );
        const { value, interval, p, detectable } = differenceOf(a, b);
        expect(averaged.value).toBeCloseTo(value, 9);
        expect(averaged.p).toBeCloseTo(p, 9);
        for (const k of [0, 1]) expect(averaged.interval[k]).toBeCloseTo(interval[k] ?? NaN, 6);
        expect(averaged.detectable).toBeCloseTo(detectable ?? NaN, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('finds p below 5 % exactly where the 95 % interval leaves out 0, and has it between its readings’ ends', () => {
    fc.assert(
      fc.property(pair, pair, fc.double({ min: 0.05, max: 1, noNaN: true }), (first, second, weight) => {
        const { interval, p } = averagedDifference(gaps([first, second], [1, weight]));
        const [low, high] = interval;
        if (low === null || high === null) throw new Error('open');
        if (Math.min(Math.abs(low), Math.abs(high)) > 1e-6) expect(p < 0.05).toBe(low > 0 || high < 0);
        const lows = [first, second].map(([a, b]) => differenceOf(a, b).interval[0] ?? NaN);
        expect(low).toBeGreaterThanOrEqual(Math.min(...lows) - 1e-6);
        expect(low).toBeLessThanOrEqual(Math.max(...lows) + 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [0.04, true],
    [0.06, false],
  ])('is bounded where readings that leave it open are believed to %s in all: %s', (weight, isBounded) => {
    const closed = gapOf(measured(0, [-0.1, 0.1], 50), measured(1, [0.9, 1.1], 50));
    const open = gapOf(measured(0, [-0.1, null], 50), measured(1, [0.9, 1.1], 50));
    const { interval, p } = averagedDifference([
      { gap: closed, weight: 1 - weight },
      { gap: open, weight },
    ]);
    expect(interval[0] !== null).toBe(isBounded);
    expect(interval[1]).not.toBeNull();
    expect(p < 0.05).toBe(isBounded);
  });

  it('needs no luck with numbers known exactly', () => {
    const exact = gapOf(measured(1, [1, 1], 9), measured(2, [2, 2], 9));
    expect(averagedDifference([{ gap: exact, weight: 1 }])).toMatchObject({ value: 1, p: 0 });
    const same = gapOf(measured(1, [1, 1], 9), measured(1, [1, 1], 9));
    expect(averagedDifference([{ gap: same, weight: 1 }]).p).toBe(1);
  });
});
