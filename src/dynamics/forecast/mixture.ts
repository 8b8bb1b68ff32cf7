/** One normal distribution of a mixture. */
export interface Part {
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Halvings of the bracket: to a millionth of the mixture's width. */
const HALVINGS = 20;

/**
 * Quantile of a mixture of normal distributions.
 *
 * @param parts the mixture; weights need not add up to 1; at least one is positive
 * @param share probability in (0, 1)
 * @returns the value below which that share lies
 */
export function mixtureQuantile(parts: readonly Part[], share: number): number {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  let low = parts.reduce((least, { mean, deviation }) => Math.min(least, mean - 9 * deviation), Infinity);
  let high = parts.reduce((most, { mean, deviation }) => Math.max(most, mean + 9 * deviation), -Infinity);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    const below = parts.reduce((sum, part) => sum + part.weight * shareBelow(part, middle), 0);
    if (below < share * whole) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Weighted median.
 *
 * @param entries values with their weights; weights need not add up to 1; at least one is positive
 * @returns the smallest value at or below which half of the weight lies
 */
export function weightedMedian(entries: readonly (readonly [value: number, weight: number])[]): number {
  const half = entries.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let below = 0;
  for (const [value, weight] of entries.toSorted(([a], [b]) => a - b)) {
    below += weight;
    if (below >= half) return value;
  }
  return NaN;
}

/**
 * Standard deviation of a mixture.
 *
 * @param parts the mixture; weights need not add up to 1; at least one is positive
 * @returns the square root of what its parts scatter themselves and among each other
 */
export function spreadOf(parts: readonly Part[]): number {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const middle = parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / whole;
  const squares = parts.reduce(
    (sum, { weight, mean, deviation }) => sum + weight * ((mean - middle) ** 2 + deviation * deviation),
    0,
  );
  return Math.sqrt(squares / whole);
}

function shareBelow({ mean, deviation }: Part, value: number): number {
  if (!(deviation > 0)) return value < mean ? 0 : 1;
  return normalShare((value - mean) / deviation);
}

/**
 * Share of a standard normal distribution below z: Abramowitz & Stegun 26.2.17, absolute error under 7.5e-8.
 *
 * @param z in standard deviations
 * @returns probability
 */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  return z > 0 ? 1 - tail : tail;
}
