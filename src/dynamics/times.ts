/** Times since the first step with what the curves need of them. */
export interface Times {
  /** Steps since the segment's first, ascending from 0. */
  readonly t: Float64Array;
  /** ln t; −∞ at t = 0. */
  readonly logT: Float64Array;
}

/**
 * Times with their logarithms, computed once because the curves on a logarithmic clock need them at every evaluation.
 *
 * @param t steps since the segment's first, ascending
 * @returns the same times and their natural logarithms
 */
export function timesOf(t: Float64Array): Times {
  return { t, logT: t.map(Math.log) };
}
