import { expect, it } from 'vitest';
import { isOutrun } from './isOutrun';
import type { Reading } from './reading';

it.each([
  ['every curve has arrived and the end still rises', 1, 0.8, [0.99, 1], true],
  ['every curve has arrived and the end still falls with the run', -1, 0.1, [0.99, 1], true],
  ['the end is level', 0, 0.8, [0.99, 1], false],
  ['the end goes back', -1, 0.8, [0.99, 1], false],
  ['a curve says that more is to come', 1, 0.8, [0.99, 0.7], false],
  ['no curve fits', 1, 0.8, [], false],
] as const)('where %s', (_, tail, now, shares, outrun) => {
  const claims = shares.map((progress) => ({ progress }));
  expect(isOutrun({ tail, start: 0.3, now, claims } as unknown as Reading)).toBe(outrun);
});
