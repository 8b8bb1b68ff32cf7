/** Share of the rows that "at the start" and "now" stand for where no curve does. */
const TENTH = 0.1;

/** How many rows a tenth of the run is, at least one. */
export function tenthOf(count: number): number {
  return Math.max(1, Math.round(count * TENTH));
}

/** Mean of the rewards `[from, to)`, reward units. */
export function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum / (to - from);
}

/** Means of all windows of `width` neighbouring rewards, the first window first; a sum that is carried along. */
export function runningMeans(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(Math.max(0, values.length - width + 1));
  let sum = meanOf(values, 0, width) * width;
  for (let i = 0; i < means.length; i++) {
    if (i > 0) sum += values[i + width - 1] - values[i - 1];
    means[i] = sum / width;
  }
  return means;
}
