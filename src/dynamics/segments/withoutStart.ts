import type { FitSet } from '../fit';

/**
 * The curves that may be read of a segment whose beginning is not the beginning of training. `inertial`, `oscillator` and
 * `bound` begin at rest by definition; there the slope at the first row is anything, and an exponential or a
 * sigmoid leaves it free. Only a ringing, which shows itself over whole swings, keeps its oscillator.
 *
 * @param fits everything fitted to the segment
 * @param rings whether it rings
 * @returns the same without the curves that presume the start
 */
export function withoutStart(fits: FitSet, rings: boolean): FitSet {
  const { curves } = fits;
  return {
    ...fits,
    curves: { ...curves, inertial: null, bound: null, oscillator: rings ? curves.oscillator : null },
  };
}
