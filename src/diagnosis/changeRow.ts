/** A change has at least this many rows, and this share of them, on either side: the last row is no onset. */
const FEWEST_ROWS = 3;
const LEAST_SHARE = 0.02;

/** Which changes count: any, or only one to a higher level. */
export type Direction = 'any' | 'up';

/** How many rows at either end of so many are no change of level. */
export function rowsKept(rows: number): number {
  return Math.max(FEWEST_ROWS, Math.round(LEAST_SHARE * rows));
}

/**
 * First row of the second of the two levels that describe a column best: the least-squares change point of its mean. A
 * last row on the wrong side of a threshold, as noise has them to the end of a log, does not move it.
 *
 * @param values the column, at least 6 rows
 * @param direction which changes count
 * @returns the row; 0 where the column is too short to have two levels, or has no change that counts
 */
export function changeRow(values: Float64Array, direction: Direction = 'any'): number {
  const n = values.length;
  const margin = rowsKept(n);
  const total = values.reduce((sum, value) => sum + value, 0);
  let [best, most, before] = [0, -Infinity, 0];
  for (let row = 1; row <= n - margin; row++) {
    before += values[row - 1];
    if (row < margin) continue;
    const excess = before - (row * total) / n;
    if (direction === 'up' && excess >= 0) continue;
    const explained = excess ** 2 / (row * (n - row));
    if (explained > most) [best, most] = [row, explained];
  }
  return best;
}
