import { expect, it } from 'vitest';
import type { Measured } from '../difference';
import { ratioLaw } from './ratioLaw';

const exactly = (value: number, error: number): Measured => ({
  value: Math.log(value),
  below: error,
  above: error,
  degrees: 1e6,
});

// Law: a quarter; without G: 1.
it.each([
  [0.25, 0.1, true, 'agrees'],
  [0.5, 0.1, true, 'agrees'],
  [0.5, 0.1, false, 'does-not-agree'],
  [0.5, 0.9, true, 'cannot-be-told'],
  [0.9, 0.1, true, 'cannot-be-told'],
  [0.9, 0.1, false, 'does-not-agree'],
  [0.1, 0.1, true, 'does-not-agree'],
  [1.5, 0.1, true, 'does-not-agree'],
])('a ratio of %d with an error of %d (floor %s) %s', (value, error, hasFloor, verdict) => {
  const law = { predicted: 0.25, without: 1, hasFloor };
  expect(ratioLaw(exactly(1, error), exactly(value, error), law)).toMatchObject({ verdict });
});

it('adds the errors of both sides in squares on the logarithmic scale', () => {
  const found = ratioLaw(exactly(2, 0.3), exactly(6, 0.4), { predicted: 3, without: 1, hasFloor: false });
  if (found.verdict === 'not-assessable') throw new Error(found.because);
  expect(found.interval[1]! / 3).toBeCloseTo(Math.exp(1.95996 * 0.5), 3);
  expect(found.value).toBeCloseTo(3, 9);
});

it('is not assessable where both sides are open', () => {
  const open = { value: 0, below: Infinity, above: Infinity, degrees: 10 };
  expect(ratioLaw(open, exactly(1, 0.1), { predicted: 2, without: 1, hasFloor: false }).verdict).toBe(
    'not-assessable',
  );
});
