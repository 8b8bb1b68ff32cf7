import { describe, expect, it } from 'vitest';
import { findForwardFill } from './forwardFill';

const filled = (n: number, stride: number, start = 0): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(Math.floor((i + start) / stride) * 1.7));

describe('findForwardFill', () => {
  it.each<[string, Float64Array, number | null, number | null]>([
    ['a stride of 10', filled(100, 10), 10, 90],
    ['cut at both ends', filled(97, 10, 4), 10, 86],
    ['a stride of 2', filled(40, 2), 2, 20],
    [
      'two equal evaluations in a row',
      Float64Array.from({ length: 100 }, (_, i) => (Math.floor(i / 5) === 7 ? 6 : Math.floor(i / 5))),
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
    expect([found?.stride ?? null, found?.copies ?? null]).toEqual([stride, copies]);
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
