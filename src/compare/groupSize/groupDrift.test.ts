import { expect, it } from 'vitest';
import { groupDrift } from './groupDrift';

// theory.md §5: shares of the limit √(p(1−p)) at p = .85.
it.each([
  [4, 0.6],
  [8, 0.79],
  [16, 0.91],
  [32, 0.97],
])('with the group std, G %d keeps %d of the drift', (groupSize, share) => {
  expect(groupDrift(0.85, groupSize, 'group-std') / Math.sqrt(0.85 * 0.15)).toBeCloseTo(share, 2);
});

it('carries 1 − 1/G with the group mean, and no G with a leave-one-out baseline', () => {
  expect(groupDrift(0.3, 4, 'group-mean') / groupDrift(0.3, 64, 'leave-one-out')).toBeCloseTo(0.75, 12);
  expect(groupDrift(0.3, 4, 'leave-one-out')).toBe(groupDrift(0.3, 64, 'leave-one-out'));
});
