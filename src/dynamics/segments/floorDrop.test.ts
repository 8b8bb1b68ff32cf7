import { expect, it } from 'vitest';
import { floorDrop } from './floorDrop';

/** Rows above the floor, then rows on it. */
const drop = (before: number, after: number): Float64Array =>
  Float64Array.from({ length: before + after }, (_, i) => (i < before ? 0.5 + 0.01 * (i % 3) : 0));

it.each([
  [10, 5, 10],
  [5, 20, 5],
  [100, 5, 100],
  [5, 5, null],
  [4, 40, null],
  [40, 4, null],
])('%i rows above the floor and %i on it: %s', (before, after, row) => {
  expect(floorDrop({ values: drop(before, after) })).toBe(row);
});

it('is none where the reward touched its floor as often before, or has been lower', () => {
  const rare = drop(30, 10).map((value, i) => (i % 2 === 0 ? 0 : value));
  expect(floorDrop({ values: rare })).toBeNull();
  expect(floorDrop({ values: drop(30, 10).map((value, i) => (i === 0 ? -1 : value)) })).toBeNull();
});
