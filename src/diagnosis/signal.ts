import { correctedRho } from '../dynamics/effectiveN';

/** Mean of `values[from, to)`. */
export function meanOf(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum / (to - from);
}

/** Middle value. */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Means of `width` neighbours, centred; shorter at the ends. */
export function smoothed(values: Float64Array, width: number): Float64Array {
  const half = Math.floor(width / 2);
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => (sums[i + 1] = sums[i] + value));
  return values.map((_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(values.length, i + half + 1);
    return (sums[to] - sums[from]) / (to - from);
  });
}

/** The noise of a series: what neighbours do not share once a moving level is taken out. */
export interface Noise {
  /** Standard deviation of one value. */
  readonly sigma: number;
  /** Lag-one autocorrelation, small-sample corrected, 0 … 0.95. */
  readonly rho: number;
}

/**
 * Noise about a moving level (a tenth of the rows, at least five): autocorrelated sampling noise without the trend. A
 * moving mean of w rows takes 1/w of the noise with it, which is given back. A drop or a burst is no noise: the spread is
 * that of the middle (1.4826 · median |·|), and what lies beyond three of it counts as three.
 */
export function noiseOf(values: Float64Array): Noise {
  const width = Math.min(values.length, Math.max(5, 2 * Math.floor(values.length / 20) + 1));
  const level = smoothed(values, width);
  const left = values.map((value, i) => value - level[i]);
  const n = Math.max(1, values.length);
  const whole = Math.sqrt(left.reduce((sum, value) => sum + (value * value) / n, 0));
  const middle = 1.4826 * median(left.map(Math.abs));
  const spread = middle > 0 ? Math.min(middle, whole) : whole;
  const clipped = left.map((value) => Math.max(-3 * spread, Math.min(3 * spread, value)));
  let square = 0;
  let product = 0;
  clipped.forEach((value, i) => {
    square += value * value;
    if (i > 0) product += value * clipped[i - 1];
  });
  const rho = square > 0 ? Math.min(0.95, Math.max(0, correctedRho(product / square + 1 / width, n, 1))) : 0;
  return { sigma: spread / Math.sqrt(1 - 1 / width), rho };
}

/** Standard error of the mean of so many neighbouring values: σ²/n · (1+ρ)/(1−ρ), at most σ². */
export function errorOfMean({ sigma, rho }: Noise, count: number): number {
  return sigma * Math.min(1, Math.sqrt((1 + rho) / (1 - rho) / Math.max(1, count)));
}

/** Standard deviation of one value from the middle of its neighbours' differences: a few large steps do not count. */
export function stepNoise(values: Float64Array): number {
  const steps = values.subarray(1).map((value, i) => Math.abs(value - values[i]));
  return (median(steps) * 1.4826) / Math.SQRT2;
}

/** The same from second differences, which a steady rise or fall does not touch: for columns of a few values. */
export function bendNoise(values: Float64Array): number {
  const bends = values.subarray(2).map((value, i) => Math.abs(value - 2 * values[i + 1] + values[i]));
  return (median(bends) * 1.4826) / Math.sqrt(6);
}

/** A straight line through evenly spaced values, with its autocorrelated error. */
export interface Slope {
  /** Change from the first to the last value by the line. */
  readonly change: number;
  readonly error: number;
}

/** Least-squares change over the values; error from the noise about a moving level. */
export function slopeOf(values: Float64Array, noise: Noise): Slope {
  const n = values.length;
  const middle = (n - 1) / 2;
  const square = (n * (n * n - 1)) / 12;
  const slope = values.reduce((sum, y, i) => sum + (i - middle) * y, 0) / square;
  const inflation = (1 + noise.rho) / (1 - noise.rho);
  return { change: slope * (n - 1), error: Math.sqrt((noise.sigma ** 2 * inflation) / square) * (n - 1) };
}

/** Largest and smallest. */
export function rangeOf(values: ArrayLike<number>): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return [low, high];
}

/** Index of the largest value. */
export function indexOfMost(values: Float64Array): number {
  return values.reduce((top, value, i) => (value > values[top] ? i : top), 0);
}
