/** Mean of the values. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Variance around the mean (population form: long series). */
export function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return squares / values.length;
}

/** Least-squares slope of ln y over ln x: the exponent of a power law. */
export function logSlope(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const logX = Array.from(x, Math.log);
  const logY = Array.from(y, Math.log);
  const middle = meanOf(logX);
  let [cross, square] = [0, 0];
  logX.forEach((value, i) => {
    cross += (value - middle) * logY[i];
    square += (value - middle) ** 2;
  });
  return cross / square;
}

/** 1 − SSE/SST of a prediction. */
export function rSquared(observed: ArrayLike<number>, predicted: ArrayLike<number>): number {
  let sse = 0;
  for (let i = 0; i < observed.length; i++) sse += (observed[i] - predicted[i]) ** 2;
  return 1 - sse / (observed.length * varianceOf(observed));
}

/** Mean over several seeds of a path of equal length, point by point. */
export function meanPath(seeds: number, path: (seed: number) => Float64Array): Float64Array {
  const sum = path(1).slice();
  for (let seed = 2; seed <= seeds; seed++) path(seed).forEach((value, i) => (sum[i] += value));
  return sum.map((value) => value / seeds);
}

/** Largest distance between two paths of equal length. */
export function largestDistance(a: Float64Array, b: Float64Array): number {
  return a.reduce((max, value, i) => Math.max(max, Math.abs(value - b[i])), 0);
}
