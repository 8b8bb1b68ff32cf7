import type { Series } from '../../run/run';

/**
 * More points than this are not sent to the page: they cross to it as text, and a remote window would stand
 * still for seconds. They are more than any screen has columns, so that zooming in still finds detail.
 */
export const MAX_SENT_POINTS = 50_000;

/**
 * Indices of the rows to draw: all of them up to `limit`; above it the lowest and the highest of each of `limit / 2`
 * stretches of equally many rows, so that no spike is lost. Always the first row and the last.
 */
export function thinPoints({ values }: Series, limit: number): readonly number[] {
  const { length } = values;
  if (length <= limit) return Array.from(values.keys());
  const kept = new Set([0, length - 1]);
  const stretches = Math.floor(limit / 2) - 1;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * length) / stretches);
    const to = Math.floor(((stretch + 1) * length) / stretches);
    let low = from;
    let high = from;
    for (let row = from; row < to; row++) {
      if (values[row] < values[low]) low = row;
      if (values[row] > values[high]) high = row;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b);
}
