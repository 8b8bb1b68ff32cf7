import { correctedRho } from './effectiveN';

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
