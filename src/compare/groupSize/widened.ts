import type { Measured } from '../difference';

/**
 * A measured number with a further, independent error.
 *
 * @param one the number
 * @param error the further standard error
 * @param stretch what its own errors are multiplied with
 * @returns the number with both errors, added in squares
 */
export function widened(one: Measured, error: number, stretch = 1): Measured {
  const wide = (own: number): number => Math.hypot(stretch * own, error);
  return { ...one, below: wide(one.below), above: wide(one.above) };
}
