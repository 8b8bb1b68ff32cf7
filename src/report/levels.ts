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

/**
 * Standard deviation of the row-to-row scatter, √(mean(Δy²)/2): what remains of the noise when the trend is
 * differenced away. Reward units; 0 for one row.
 */
export function scatterOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += (values[i] - values[i - 1]) ** 2;
  return values.length < 2 ? 0 : Math.sqrt(sum / (2 * (values.length - 1)));
}
