import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate, lowerBound, upperBound } from './decimate';

const all = [-Infinity, Infinity] as const;

describe('decimate', () => {
  it('draws everything up to the limit', () => {
    expect(decimate([1, 2, 3], [5, 6, 7], all, 40)).toEqual([0, 1, 2]);
    expect(decimate([], [], all, 40)).toEqual([]);
  });

  it('draws what is in the window, its edges included', () => {
    expect(decimate([1, 2, 3, 4], [0, 0, 0, 0], [2, 3], 40)).toEqual([1, 2]);
  });

  it('keeps first, last and every spike, ascending, within the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 500, maxLength: 3000 }),
        fc.nat(),
        fc.boolean(),
        (ys, at, up) => {
          const xs = ys.map((_, i) => i);
          const spike = at % ys.length;
          ys[spike] = up ? 50 : -50;
          const kept = decimate(xs, ys, all, 400);
          expect(kept.length).toBeLessThanOrEqual(400);
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
          expect(kept).toContain(spike);
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(ys.length - 1);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps the density of the cloud: as many points above its middle as below', () => {
    const ys = Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i));
    const kept = decimate(
      ys.map((_, i) => i),
      ys,
      all,
      2000,
    );
    const inner = kept.filter((i) => Math.abs(ys[i]) < 0.5).length / kept.length;
    const truth = ys.filter((y) => Math.abs(y) < 0.5).length / ys.length;
    expect(Math.abs(inner - truth)).toBeLessThan(0.08);
  });
});

describe('bounds', () => {
  it.each([
    [0, 0, 0],
    [2, 1, 3],
    [3, 3, 4],
    [9, 4, 4],
  ])('of %d are %d and %d', (value, low, high) => {
    expect(lowerBound([1, 2, 2, 3], value)).toBe(low);
    expect(upperBound([1, 2, 2, 3], value)).toBe(high);
  });
});
