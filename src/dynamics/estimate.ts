import type { Fit, Interval } from './fit';

/** A number from a fit with its 95 % interval; null where none can be vouched for. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
}

/**
 * The 95 % interval of one fitted constant.
 *
 * @param fit a fit; null where the curve was not fitted
 * @param constant its name in the Report
 * @returns the interval; null where there is none
 */
export function intervalOf(fit: Fit | null, constant: string): Interval | null {
  return fit !== null && Object.hasOwn(fit.intervals, constant) ? fit.intervals[constant] : null;
}
