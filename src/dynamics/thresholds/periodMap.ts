import { heldSums, type RefreshSettings } from './heldStep';

/** How the gap to the plateau evolves from refresh to refresh. */
export type Approach = 'monotone' | 'ringing' | 'alternating';

/** The map of one refresh period, read off its two eigenvalues. */
export interface PeriodMap {
  /** Largest modulus of an eigenvalue; stable below 1. */
  readonly spectralRadius: number;
  readonly approach: Approach;
  /** Steps per swing: 2πK/arg λ for a ring, 2K when alternating, null for a monotone approach. */
  readonly ringPeriod: number | null;
  /** Steps in which the slowest part decays by a factor e; negative where it grows, Infinity at a threshold. */
  readonly decayTime: number;
}

/** A 2×2 matrix by rows. */
export type Matrix2 = readonly [number, number, number, number];

/**
 * M = [[1−k(K−s), s], [−k(1−b), b]]: takes (x, V), the gap to the plateau and its last change, from one refresh to the
 * next at stiffness k (1/step), exactly (theory.md §3).
 */
export function periodMatrix(stiffness: number, settings: RefreshSettings): Matrix2 {
  const { b, oneMinusB, s, kMinusS } = heldSums(settings);
  return [1 - stiffness * kMinusS, s, -stiffness * oneMinusB, b];
}

/** What the period map does at stiffness k. Throws a RangeError for settings outside their range or k < 0. */
export function periodMap(stiffness: number, settings: RefreshSettings): PeriodMap {
  if (!(stiffness >= 0)) throw new RangeError(`stiffness must be ≥ 0, not ${stiffness}`);
  const [m00, m01, m10, m11] = periodMatrix(stiffness, settings);
  const half = (m00 + m11) / 2;
  const determinant = m00 * m11 - m01 * m10;
  // (m00−m11)²/4 + m01 m10 cancels less than half² − determinant.
  const discriminant = ((m00 - m11) / 2) ** 2 + m01 * m10;
  const K = settings.refreshInterval;
  if (discriminant < 0) {
    const spectralRadius = Math.sqrt(determinant);
    const period = (2 * Math.PI * K) / Math.atan2(Math.sqrt(-discriminant), half);
    return describe(spectralRadius, 'ringing', period, K);
  }
  const spectralRadius = Math.abs(half) + Math.sqrt(discriminant);
  return half < 0
    ? describe(spectralRadius, 'alternating', 2 * K, K)
    : describe(spectralRadius, 'monotone', null, K);
}

function describe(
  spectralRadius: number,
  approach: Approach,
  ringPeriod: number | null,
  K: number,
): PeriodMap {
  return { spectralRadius, approach, ringPeriod, decayTime: -K / Math.log(spectralRadius) };
}
