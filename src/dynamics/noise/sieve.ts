/** An autoregression long enough to hold the correlation of a stationary series, and what it leaves unexplained. */
export interface Sieve {
  /** x_t = Σ coefficients[k] x_{t−1−k} + innovation. */
  readonly coefficients: Float64Array;
  /** One per row from row `coefficients.length` on. */
  readonly innovations: Float64Array;
}

/** Most coefficients, and rows that each must have. */
const MOST = 12;
const ROWS_EACH = 12;

/**
 * Fit an autoregression to a stationary series about zero by Levinson and Durbin's recursion, its length chosen by
 * Akaike's criterion (the "sieve" of Bühlmann, Bernoulli 3, 1997). Its roots lie inside the unit circle by construction.
 *
 * @param values the series, about zero, evenly spaced
 * @returns the autoregression; without coefficients where the series is white or too short
 */
export function fitSieve(values: Float64Array): Sieve {
  const n = values.length;
  const most = Math.min(MOST, Math.floor(n / ROWS_EACH));
  const covariance = Float64Array.from({ length: most + 1 }, (_, lag) => autocovariance(values, lag));
  let best = new Float64Array(0);
  let lowest = n * Math.log(covariance[0]);
  let current = new Float64Array(0);
  let variance = covariance[0];
  for (let order = 1; order <= most && variance > 0; order++) {
    let partial = covariance[order];
    current.forEach((phi, k) => (partial -= phi * covariance[order - 1 - k]));
    partial /= variance;
    const longer = new Float64Array(order);
    for (let k = 0; k < order - 1; k++) longer[k] = current[k] - partial * current[order - 2 - k];
    longer[order - 1] = partial;
    current = longer;
    variance *= 1 - partial * partial;
    const criterion = n * Math.log(variance) + 2 * order;
    if (criterion < lowest) [lowest, best] = [criterion, current];
  }
  return { coefficients: best, innovations: innovationsOf(values, best) };
}

/** Divided by n, not by n − lag: only then are the roots inside the unit circle. */
function autocovariance(values: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < values.length; i++) sum += values[i] * values[i - lag];
  return sum / values.length;
}

function innovationsOf(values: Float64Array, coefficients: Float64Array): Float64Array {
  const order = coefficients.length;
  const out = values.slice(order);
  for (let i = 0; i < out.length; i++)
    for (let k = 0; k < order; k++) out[i] -= coefficients[k] * values[i + order - 1 - k];
  return out;
}
