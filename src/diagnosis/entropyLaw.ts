import type { Column } from './evidenceOf';

/** R ≈ −a e^H + b, fitted to one run: what the reward would be without any entropy. */
export interface EntropyLaw {
  readonly a: number;
  readonly b: number;
  /** −a + b, reward units, with its 95 % interval. */
  readonly ceiling: number;
  readonly low: number;
  readonly high: number;
}

/** Rows that both columns need, and the share of the reward's variance the law must explain before it is quoted. */
const FEWEST = 12;
const LEAST_R2 = 0.5;

/**
 * Least squares of the reward on e^H over the steps that have both (theory.md §6; Cui et al. 2025, "The entropy mechanism").
 * The interval counts one independent point per ten rows at most: both columns wander together. Null where the law does
 * not describe the run.
 */
export function entropyLaw(entropy: Column, reward: Column): EntropyLaw | null {
  const rewardAt = new Map(Array.from(reward.steps, (step, i) => [step, reward.values[i]]));
  const pairs = Array.from(entropy.steps, (step, i) => [
    Math.exp(entropy.values[i]),
    rewardAt.get(step) ?? NaN,
  ]).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const n = pairs.length;
  if (n < FEWEST) return null;
  const mx = pairs.reduce((sum, [x]) => sum + x / n, 0);
  const my = pairs.reduce((sum, [, y]) => sum + y / n, 0);
  const sxx = pairs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const sxy = pairs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const syy = pairs.reduce((sum, [, y]) => sum + (y - my) ** 2, 0);
  if (!(sxx > 0) || !(syy > 0) || sxy ** 2 / (sxx * syy) < LEAST_R2) return null;
  const a = -sxy / sxx;
  const b = my + a * mx;
  const left = Math.max(0, syy - sxy ** 2 / sxx) / (n - 2);
  const independent = Math.max(3, Math.min(n, n / 10));
  const error = Math.sqrt(left * (1 / independent + ((1 - mx) ** 2 * n) / (sxx * independent)));
  return { a, b, ceiling: b - a, low: b - a - 1.96 * error, high: b - a + 1.96 * error };
}
