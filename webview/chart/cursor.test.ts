import { describe, expect, it } from 'vitest';
import { movedCursor, nearestIndex } from './cursor';

describe('movedCursor', () => {
  it.each<[string, boolean, number | null, number | null]>([
    ['ArrowRight', false, null, 0],
    ['ArrowLeft', false, null, 99],
    ['ArrowRight', false, 5, 6],
    ['ArrowRight', true, 5, 15],
    ['ArrowLeft', true, 5, 0],
    ['ArrowRight', true, 95, 99],
    ['Home', false, 50, 0],
    ['End', false, 50, 99],
    ['Enter', false, 50, null],
  ])('%s (shift %s) from %j goes to %j', (key, shift, from, to) => {
    expect(movedCursor(key, shift, from, 100)).toBe(to);
  });
});

describe('nearestIndex', () => {
  it.each([
    [[], 3, null],
    [[5], 3, 0],
    [[0, 10, 20], -4, 0],
    [[0, 10, 20], 14, 1],
    [[0, 10, 20], 16, 2],
    [[0, 10, 20], 99, 2],
  ])('in %j nearest to %d is %j', (xs, x, index) => expect(nearestIndex(xs, x)).toBe(index));
});
