import type { LevelStep } from './levelStep';

/** A place where one curve ends and another begins. */
export interface Cut {
  readonly kind: 'collapse' | 'stage' | 'resume';
  /** First row of what follows. */
  readonly row: number;
  /** Level after less level before, reward units. */
  readonly jump: number;
  /** Where the level goes on and the slope breaks: slope before and after, reward units per logged step. */
  readonly slopes?: readonly [before: number, after: number];
}

/** The points of a run, as `Series` has them. */
export interface Points {
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

/** A change worth a cut: in standard errors of its own, and as a share of the range of the means (`RANGE_SHARE`). */
export const ERRORS = 3;
/** The share of the range. */
export const RANGE_SHARE = 0.15;
const ABRUPT = 5;
/** Fewer rows are not searched. */
export const FEWEST_ROWS = 40;

/** Rows of a run, as views. */
export function pointsBetween({ steps, values }: Points, from: number, to: number): Points {
  return { steps: steps.subarray(from, to), values: values.subarray(from, to) };
}

/** Lowest to highest. */
export function rangeOf(y: Float64Array): number {
  return y.reduce((a, b) => Math.max(a, b), -Infinity) - y.reduce((a, b) => Math.min(a, b), Infinity);
}

/**
 * Whether a step of the level is abrupt, beyond noise and large enough to be a cut.
 *
 * @param step the step
 * @param range of the means: of the whole run, so that pieces of a plateau are not cut further
 */
export function isWorth({ abruptness, errors, jump }: LevelStep, range: number): boolean {
  return abruptness >= ABRUPT && errors >= ERRORS && Math.abs(jump) >= RANGE_SHARE * range;
}
