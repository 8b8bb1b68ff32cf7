import { checkSettings } from './heldStep';
import type { LagSettings } from './lagPolynomial';

/** The constants of m R″ + γ R′ + k(R − R*) = 0 that the hyperparameters set: for reading, not for verdicts. */
export interface ContinuumConstants {
  /** m = β/(1−β), steps: memory of the momentum. */
  readonly inertia: number;
  /** γ = 1 − k(K/2 + lag): what off-policy lag leaves of the damping; may be negative. */
  readonly damping: number;
  /** ω₀ = √(k/m), 1/step; Infinity without momentum. */
  readonly naturalFrequency: number;
  /** ζ = γ/(2√(mk)); Infinity without momentum. */
  readonly dampingRatio: number;
}

/**
 * The continuous equation's constants at stiffness k (theory.md §1). Its thresholds are rules of thumb (at β = .9 they
 * are .05–.74 of the exact ones): use `lagThreshold` for verdicts. Throws a RangeError for settings outside their range.
 */
export function continuumConstants(stiffness: number, settings: LagSettings): ContinuumConstants {
  checkSettings(settings.beta, settings.refreshInterval);
  const inertia = settings.beta / (1 - settings.beta);
  const damping = 1 - stiffness * (settings.refreshInterval / 2 + settings.asyncLag);
  return {
    inertia,
    damping,
    naturalFrequency: Math.sqrt(stiffness / inertia),
    dampingRatio: inertia === 0 ? Infinity : damping / (2 * Math.sqrt(inertia * stiffness)),
  };
}

/**
 * Timescale of the overdamped limit without momentum, exact for the recursion x ← (1−k)x: τ = −1/ln(1−k) steps,
 * 0 < k < 1 (theory.md §5). Throws a RangeError outside.
 */
export function overdampedTimescale(stiffness: number): number {
  if (!(stiffness > 0 && stiffness < 1))
    throw new RangeError(`stiffness must be in (0, 1), not ${stiffness}`);
  return -1 / Math.log1p(-stiffness);
}
