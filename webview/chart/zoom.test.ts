import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extent, padded } from './range';
import { panned, zoomed } from './zoom';

describe('zoomed', () => {
  it.each<[readonly [number, number] | null, number, number, readonly [number, number] | null]>([
    [null, 0.5, 50, [25, 75]],
    [null, 0.5, 0, [0, 50]],
    [null, 0.5, 100, [50, 100]],
    [[25, 75], 2, 50, null],
    [null, 2, 50, null],
    [[0, 50], 0.5, 50, [25, 50]],
  ])('from %j by %d about %d gives %j', (window, factor, centre, expected) => {
    expect(zoomed([0, 100], window, factor, centre)).toEqual(expected);
  });

  it('stays inside the run and never closes', () => {
    const change = fc.tuple(fc.constantFrom(0.5, 2), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let window: readonly [number, number] | null = null;
        for (const [factor, at] of changes) {
          const [low, high]: readonly [number, number] = window ?? [0, 100];
          window = zoomed([0, 100], window, factor, low + ((high - low) * at) / 100);
          if (window === null) continue;
          expect(window[0]).toBeGreaterThanOrEqual(-1e-9);
          expect(window[1]).toBeLessThanOrEqual(100 + 1e-9);
          expect(window[1] - window[0]).toBeGreaterThan(0.1);
        }
      }),
    );
  });
});

describe('panned', () => {
  it.each<[number, readonly [number, number]]>([
    [30, [20, 40]],
    [45, [27, 47]],
    [10, [8, 28]],
    [100, [80, 100]],
  ])('brings %d into view as %j', (x, expected) => {
    expect(panned([0, 100], [20, 40], x)).toEqual(expected);
  });

  it('leaves the whole run alone', () => expect(panned([0, 100], null, 7)).toBeNull());
});

describe('extent', () => {
  it.each([
    [[], null],
    [[NaN, Infinity], null],
    [
      [3, NaN, -1],
      [-1, 3],
    ],
  ])('of %j is %j', (values, expected) => expect(extent(values)).toEqual(expected));

  it('gives a single value a width', () => {
    expect(padded([2, 2], 0.5)).toEqual([1, 3]);
    expect(padded([0, 0], 0.5)).toEqual([-0.5, 0.5]);
  });
});
