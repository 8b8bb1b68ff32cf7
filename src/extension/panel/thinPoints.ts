import type { Series } from '../../run/run';

/**
 * More points than this are not sent to the page: they cross to it as text, and a remote window would stand
 * still for seconds. They are more than any screen has columns, so that zooming in still finds detail.
 */
export const MAX_SENT_POINTS = 50_000;

/** Share of the sent points that is spent on extremes: more of it, and a cloud would look like its two edges. */
const EXTREMES = 0.2;

/**
 * Indices of the rows to draw: all of them up to `limit`; above it evenly spaced ones, the lowest and the highest
 * of each of many stretches, so that no spike is lost, and always the first row and the last.
 * @param extremes share that is spent on lowest and highest; 1 for a line, of which nothing else is seen
 */
export function thinPoints({ values }: Series, limit: number, extremes = EXTREMES): readonly number[] {
  const { length } = values;
  if (length <= limit) return Array.from(values.keys());
  const stretches = Math.max(1, Math.floor((limit * extremes) / 2) - 1);
  const even = limit - 2 * stretches - 2;
  const kept = new Set([0, length - 1]);
  for (let i = 0; i < even; i++) kept.add(Math.floor((i * length) / even));
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * length) / stretches);
    addExtremes(kept, values, from, Math.floor(((stretch + 1) * length) / stretches));
  }
  return [...kept].sort((a, b) => a - b);
}

function addExtremes(kept: Set<number>, values: Float64Array, from: number, to: number): void {
  let low = from;
  let high = from;
  for (let row = from; row < to; row++) {
    if (values[row] < values[low]) low = row;
    if (values[row] > values[high]) high = row;
  }
  kept.add(low).add(high);
}
