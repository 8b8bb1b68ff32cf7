import { median, type Noise } from '../dynamics/movingNoise';

/** Mean of `values[from, to)`. */
export function meanOf(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum / (to - from);
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
