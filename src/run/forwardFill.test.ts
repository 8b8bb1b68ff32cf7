import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForwardFill } from './forwardFill';

const filled = (n: number, stride: number, start = 0): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(Math.floor((i + start) / stride) * 1.7));

/** Seeded numbers in [0, 1): a linear congruential generator (Numerical Recipes). */
function pure(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
}

describe('findForwardFill', () => {
  it.each<[string, Float64Array, number | null, number | null]>([
    ['a stride of 10', filled(100, 10), 10, 90],
    ['cut at both ends', filled(97, 10, 4), 10, 86],
    ['a stride of 2', filled(40, 2), 2, 20],
    [
      'two equal evaluations in a row',
      Float64Array.from({ length: 100 }, (_, i) => Math.sin(Math.floor(i / 5) === 7 ? 6 : Math.floor(i / 5))),
      5,
      80,
    ],
    ['no repeats', Float64Array.from({ length: 100 }, (_, i) => i), null, null],
    ['constant', new Float64Array(100), null, null],
    ['few runs of a long stride', filled(70, 10), 10, 63],
    ['few runs of a short stride', filled(14, 2), null, null],
    ['too few runs', filled(30, 10), null, null],
    [
      'an end that stays: guardrails.jsonl',
      Float64Array.from({ length: 120 }, (_, i) => [-10, 0.1, 0.7, -5, -0.4][i >> 3] ?? -5),
      8,
      105,
    ],
    ['nothing', new Float64Array(0), null, null],
  ])('%s', (_, values, stride, copies) => {
    const found = findForwardFill(values);
    const left = found === null ? null : values.length - found.fresh.length;
    expect([found?.stride ?? null, left]).toEqual([stride, copies]);
  });

  it.each<[string, Float64Array, number[]]>([
    ['whole runs', filled(40, 5), [0, 5, 10, 15, 20, 25, 30, 35]],
    ['a cut first run', filled(38, 5, 2), [0, 3, 8, 13, 18, 23, 28, 33]],
    [
      'a first run that lost its beginning and came twice',
      filled(38, 5, 2).fill(7, 0, 8),
      [0, 3, 8, 13, 18, 23, 28, 33],
    ],
  ])('says which rows are fresh: %s', (_, values, fresh) => {
    expect([...(findForwardFill(values)?.fresh ?? [])]).toEqual(fresh);
  });

  it('does not take a rounded, slow rise for copies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (decimals, perRow, from) => {
          const unit = 10 ** -decimals;
          const values = Float64Array.from({ length: 300 }, (__, i) =>
            Number((from + i * perRow * unit).toFixed(decimals)),
          );
          expect(findForwardFill(values)).toBeNull();
        },
      ),
    );
  });

  it('does not take rewards of few values for copies, whatever their order', () => {
    const levels = fc.constantFrom<number[]>([0, 1], [0, 0.5, 1], [-1, 0, 1], [0, 0.25, 0.5, 0.75, 1]);
    fc.assert(
      fc.property(
        levels,
        fc.integer(),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (among, seed, share) => {
          const random = pure(seed);
          let value = among[0];
          const values = Float64Array.from({ length: 400 }, () => {
            if (random() < share) value = among[Math.floor(random() * among.length)];
            return value;
          });
          expect(findForwardFill(values)).toBeNull();
        },
      ),
    );
  });

  it('takes few changes at any step for a pattern about as rarely as it says', () => {
    let state = 11;
    const random = (): number => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
    let found = 0;
    for (let trial = 0; trial < 1000; trial++) {
      let level = 0;
      const values = Float64Array.from({ length: 150 }, () => (random() < 0.04 ? ++level : level));
      if (findForwardFill(values) !== null) found++;
    }
    expect(found).toBeLessThanOrEqual(3);
  });

  it('does not take coarse rewards for copies', () => {
    let state = 7;
    const random = (): number => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
    for (const levels of [2, 3, 9])
      for (let trial = 0; trial < 200; trial++) {
        const values = Float64Array.from({ length: 400 }, () => Math.floor(random() * levels));
        expect(findForwardFill(values)).toBeNull();
      }
    const sticky = Float64Array.from({ length: 400 }, () => (random() < 0.9 ? 1 : 0));
    expect(findForwardFill(sticky)).toBeNull();
  });
});
