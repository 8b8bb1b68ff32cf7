import { correctedRho } from '../dynamics/effectiveN';
import { autoregression } from '../dynamics/autoregression';

/** A straight line through neighbouring rows, with its error under autocorrelated noise. */
export interface Drift {
  /** Change from the first to the last of the rows by the line, reward units. */
  readonly change: number;
  /** Its standard error: the white-noise one times √((1+ρ)/(1−ρ)). */
  readonly error: number;
}

/** Fewer rows than this have no slope worth testing. */
const FEWEST_ROWS = 8;
/** Standard errors from which a drift is held to be real. */
const CERTAIN = 2.6;

/**
 * Least-squares drift over the given rows (taken as evenly spaced).
 *
 * @param values rewards, e.g. the second half of the run
 * @returns null for fewer than eight rows
 */
export function driftOf(values: Float64Array): Drift | null {
  const n = values.length;
  if (n < FEWEST_ROWS) return null;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, y) => sum + y / n, 0);
  const square = (n * (n * n - 1)) / 12;
  const slope = values.reduce((sum, y, i) => sum + (i - middle) * (y - mean), 0) / square;
  const residuals = values.map((y, i) => y - mean - slope * (i - middle));
  const spread = residuals.reduce((sum, r) => sum + r * r, 0) / (n - 2);
  const { rho } = autoregression([], residuals);
  const carried = Math.max(0, correctedRho(rho, n, 2));
  const error = Math.sqrt((spread / square) * ((1 + carried) / (1 - carried))) * (n - 1);
  return { change: slope * (n - 1), error };
}

/** The end of the run as it is, and the longer end after what the curve explains. */
export interface Tail {
  readonly values: Float64Array;
  /** What the best curve leaves over. */
  readonly residuals: Float64Array;
}

/**
 * Whether the end of the run still moves: its last quarter drifts, or what the curve leaves over does in the second half
 * or the last quarter, by more than chance and by more than `least`.
 *
 * @param tail all rewards, and all residuals of the best curve
 * @param least the smallest change worth a word, reward units
 * @returns 1 up, −1 down, 0 level as far as the log shows
 */
export function tailMoves({ values, residuals }: Tail, least: number): -1 | 0 | 1 {
  return moves(values, [0.25], least) || moves(residuals, [0.5, 0.25], least);
}

function moves(values: Float64Array, shares: readonly number[], least: number): -1 | 0 | 1 {
  const n = values.length;
  for (const share of shares) {
    const drift = driftOf(values.subarray(n - Math.floor(share * n)));
    if (drift === null || Math.abs(drift.change) < Math.max(least, CERTAIN * drift.error)) continue;
    return drift.change > 0 ? 1 : -1;
  }
  return 0;
}

/**
 * Whether the run as a whole goes down by more than chance: three autocorrelated standard errors of its drift.
 *
 * @param values all rewards
 * @returns true for a fall that is earned
 */
export function fallsForSure(values: Float64Array): boolean {
  const drift = driftOf(values);
  return drift !== null && drift.change < -3 * drift.error;
}
