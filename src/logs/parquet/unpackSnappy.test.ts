import { describe, expect, it } from 'vitest';
import { unpackSnappy } from './unpackSnappy';

describe('unpackSnappy', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['a literal', [3, 2 << 2, 7, 8, 9], [7, 8, 9]],
    ['a literal with a length of its own', [3, 60 << 2, 2, 7, 8, 9], [7, 8, 9]],
    ['a run, copied from what it writes', [6, 0, 5, (1 << 2) | 1, 1], [5, 5, 5, 5, 5, 5]],
    ['a copy with two bytes of offset', [4, 1 << 2, 1, 2, (1 << 2) | 2, 2, 0], [1, 2, 1, 2]],
  ])('unpacks %s', (_, packed, expected) => {
    expect([...unpackSnappy(Uint8Array.from(packed), expected.length)]).toEqual(expected);
  });

  it.each<[string, readonly number[], number]>([
    ['a length that would be negative', [3, 63 << 2, 255, 255, 255, 255, 1], 3],
    ['a copy from before the beginning', [4, (1 << 2) | 2, 9, 0], 4],
    ['a copy from nowhere', [4, 0, 5, (1 << 2) | 2, 0, 0], 4],
    ['too little', [4, 0, 5], 4],
    ['too much', [1, 1 << 2, 5, 5], 1],
    ['an offset that is cut off', [4, 0, 5, 3], 4],
  ])('ends at %s', (_, packed, length) => {
    expect(() => unpackSnappy(Uint8Array.from(packed), length)).toThrow(RangeError);
  });
});
