import { describe, expect, it } from 'vitest';
import { checkRuns } from './checkRuns';

describe('checkRuns', () => {
  it.each<[string, readonly number[], number, number, number]>([
    ['a run of ones', [6, 1], 1, 3, 3],
    ['a run of zeros, then packed bits', [4, 0, 3, 0b101], 1, 4, 1],
    ['packed bits with padding', [3, 0b11110111], 1, 4, 3],
    ['a value of two bytes', [6, 1, 2], 9, 3, 0],
    ['a run of values without bits', [6], 0, 3, 0],
    ['packed values without bits', [3], 0, 4, 0],
    ['nothing', [], 1, 0, 0],
  ])('walks over %s', (_, bytes, width, values, ones) => {
    expect(checkRuns(Uint8Array.from(bytes), { from: 0, to: bytes.length, width, values })).toBe(ones);
  });

  it.each<[string, readonly number[], number, number]>([
    ['a run of two billion', [254, 255, 255, 255, 15, 1], 1, 3],
    ['a run that is longer than the page', [8, 1], 1, 3],
    ['a run of nothing', [0, 1, 6, 1], 1, 3],
    ['packed values without their bytes', [5, 1], 1, 16],
    ['packed values by the million', [255, 255, 255, 127, 1], 1, 3],
    ['packed values without bits that are too few', [3, 3], 0, 9],
    ['values of 200 bits', [2, ...Array.from({ length: 25 }, () => 0)], 200, 1],
    ['too few values', [4, 1], 1, 3],
    ['a length that is cut off', [128], 1, 3],
  ])('ends at %s', (_, bytes, width, values) => {
    const runs = { from: 0, to: bytes.length, width, values };
    expect(() => checkRuns(Uint8Array.from(bytes), runs)).toThrow(RangeError);
  });
});
