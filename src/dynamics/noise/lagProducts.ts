/** Lags that share one pass. */
export const LAGS_A_PASS = 4;

/**
 * Sums of x_i · x_{i−lag} at four lags in a row. Each sum waits for its own last addition only, so four at once take
 * little longer than one; each is added up in the order of the rows, as it would be alone.
 *
 * @param x a series
 * @param lag the first of the four lags, rows, ≥ 0
 * @param sums receives the four sums
 */
export function lagProducts(x: Float64Array, lag: number, sums: Float64Array): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  const n = x.length;
  const together = Math.min(n, lag + 3);
  for (let i = lag; i < together; i++) {
    a += x[i] * x[i - lag];
    if (i >= lag + 1) b += x[i] * x[i - lag - 1];
    if (i >= lag + 2) c += x[i] * x[i - lag - 2];
  }
  for (let i = lag + 3; i < n; i++) {
    const value = x[i];
    a += value * x[i - lag];
    b += value * x[i - lag - 1];
    c += value * x[i - lag - 2];
    d += value * x[i - lag - 3];
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}
