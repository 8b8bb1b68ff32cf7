/** A change has at least this many rows, and this share of them, on either side: the last row is no onset. */
const FEWEST_ROWS = 3;
const LEAST_SHARE = 0.02;

/**
 * First row of the second of the two levels that describe a column best: the least-squares change point of its mean. A
 * last row on the wrong side of a threshold, as noise has them to the end of a log, does not move it.
 *
 * @param values the column, at least 6 rows
 * @returns the row; 0 where the column is too short to have two levels
 */
export function changeRow(values: Float64Array): number {
  const n = values.length;
  const margin = Math.max(FEWEST_ROWS, Math.round(LEAST_SHARE * n));
  const total = values.reduce((sum, value) => sum + value, 0);
  let [best, most, before] = [0, -Infinity, 0];
  for (let row = 1; row <= n - margin; row++) {
    before += values[row - 1];
    if (row < margin) continue;
    const explained = (before - (row * total) / n) ** 2 / (row * (n - row));
    if (explained > most) [best, most] = [row, explained];
  }
  return best;
}
