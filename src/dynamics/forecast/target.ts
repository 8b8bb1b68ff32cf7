/** What is forecast: the mean of the rows in a stretch beyond the last row; a single row where both ends agree. */
export interface Target {
  /** First and last row, counted from 1 for the next one. */
  readonly rows: readonly [from: number, to: number];
  /** Times since the segment's first step at which the curve is averaged, logged steps, ascending. */
  readonly times: Float64Array;
}

/** Places at which a curve is averaged over a stretch: it hardly bends within one. */
const PLACES = 7;

/**
 * One row at a time beyond the log.
 *
 * @param time since the segment's first step, logged steps
 * @param span time of the last row
 * @param stride logged steps from row to row
 * @returns the target; at least the next row
 */
export function rowTarget(time: number, span: number, stride: number): Target {
  const row = Math.max(1, Math.round((time - span) / stride));
  return { rows: [row, row], times: Float64Array.of(time) };
}

/**
 * The mean of the rows of a stretch.
 *
 * @param from time after which the stretch begins, since the segment's first step, logged steps
 * @param to time of its last row
 * @param span time of the log's last row
 * @param stride logged steps from row to row
 * @returns the target; at least the last row of the stretch, and nothing of the log itself
 */
export function stretchTarget(from: number, to: number, span: number, stride: number): Target {
  const last = Math.max(1, Math.round((to - span) / stride));
  const first = Math.min(last, Math.max(1, Math.floor((from - span) / stride) + 1));
  const start = Math.min(to, span + first * stride);
  return {
    rows: [first, last],
    times: Float64Array.from({ length: PLACES }, (_, i) => start + ((to - start) * (i + 0.5)) / PLACES),
  };
}
