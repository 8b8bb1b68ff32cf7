import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saltOf, staysByPlace, staysByStep, Thinning, winsPair } from './thinning';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('staysByPlace', () => {
  it.each([0, 1, 2, 5])('keeps exactly one of every 2^%i consecutive records', (level) => {
    const size = 2 ** level;
    for (const block of upTo(200))
      expect(upTo(size).filter((i) => staysByPlace(block * size + i, level))).toHaveLength(1);
  });

  it('keeps fewer at each level, and only of those that stayed', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(20), (place, level) => {
        if (staysByPlace(place, level + 1)) expect(staysByPlace(place, level)).toBe(true);
      }),
    );
  });

  it.each([2, 3, 4, 8])('leaves each of %i kinds of rows that take turns its share', (kinds) => {
    const stay = upTo(20_000).filter((place) => staysByPlace(place, 2));
    for (const kind of upTo(kinds)) {
      const share = stay.filter((place) => place % kinds === kind).length / stay.length;
      expect(Math.abs(share - 1 / kinds)).toBeLessThan(0.03);
    }
  });
});

it('takes, while it is thinned again and again, what it would have taken from the start', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 3000 }), (most, count) => {
      const thinning = new Thinning();
      let taken: number[] = [];
      for (const place of upTo(count)) {
        if (taken.length >= most) {
          const level = thinning.thin();
          taken = taken.filter((_, i) => winsPair(i, level));
        }
        if (thinning.takes()) taken.push(place);
      }
      expect(taken).toEqual(upTo(count).filter((place) => staysByPlace(place, thinning.level)));
    }),
  );
});

it.each([1, 7, 10, 0.5])('keeps one step of 4 where steps are %d apart', (stride) => {
  const stay = upTo(20_000).filter((i) => staysByStep(i * stride, saltOf(0), 2));
  expect(Math.abs(stay.length / 20_000 - 0.25)).toBeLessThan(0.015);
});
