import { describe, expect, it } from 'vitest';
import { byReason } from './byReason';
import { pairsInWords } from './pairsInWords';

describe('byReason', () => {
  it('puts what has one reason together and leaves what has an answer alone', () => {
    const items = ['a:far', 'b', 'c:near', 'd:far', 'e'];
    const groups = byReason(items, (item) => item.split(':').at(1) ?? null);
    expect(groups).toEqual([
      { because: 'far', items: ['a:far', 'd:far'] },
      { because: null, items: ['b'] },
      { because: 'near', items: ['c:near'] },
      { because: null, items: ['e'] },
    ]);
  });
});

describe('pairsInWords', () => {
  it.each([
    [1, 'A and B'],
    [3, 'A–B, A–C, A–D'],
    [7, '7 pairs of A, B, C, D, E, F, G, H'],
  ])('names %i pairs as %s', (count, text) => {
    const pairs = Array.from({ length: count }, (_, i) => ({ first: 0, second: i + 1 }));
    expect(pairsInWords(pairs)).toBe(text);
  });
});
