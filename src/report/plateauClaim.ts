import type { CurveName, Fit, FitSet, Interval } from '../dynamics/fit';
import { DECISIVE, score } from '../dynamics/modelChoice';
import { evaluateCurve } from '../dynamics/evaluateCurve';
import { onPath } from '../dynamics/onPath';

/** What one curve says of the plateau. */
export interface PlateauClaim {
  readonly curve: CurveName;
  readonly plateau: number;
  /** 95 %; null where the curve has none. */
  readonly interval: Interval | null;
  /** Share of the rise that is done at the last step, by this curve. */
  readonly progress: number;
  readonly progressInterval: Interval | null;
  /** Plateau less the curve at the last step, reward units. */
  readonly remaining: number;
  readonly remainingInterval: Interval | null;
  /** True where the curve has not bent: its plateau is a limit of the search, not an estimate. */
  readonly isOpen: boolean;
  /** True where a constant ended on the edge of the search box. */
  readonly atBound: boolean;
}

/** The farthest plateau a curve without an interval is believed on, in units of the rise so far. */
export const FARTHEST = 3;

/** Below this damping ratio a fit that ended on the edge of the search box is a wave through noise. */
const LEAST_DAMPING = 0.1;

/**
 * What every curve that fits as well as the best (within ΔbicAr 6, contract 2) says of the plateau, and the preferred
 * one first if it does. A free oscillator with ζ < 1 that is no ringing is left out: it is half a cosine through
 * an S-shaped rise, and its plateau is invented (theory.md §1).
 */
export function plateauClaims(
  { curves }: FitSet,
  preferred: CurveName | null,
  span: number,
  rings: boolean,
): PlateauClaim[] {
  const fits = Object.values(curves)
    .filter((fit) => fit !== null)
    .filter((fit) => rings || !isHalfCosine(fit));
  const best = Math.min(...fits.map(score));
  const comparable = fits.filter((fit) => score(fit) - best < DECISIVE || !Number.isFinite(best));
  return comparable
    .sort((a, b) => Number(b.curve === preferred) - Number(a.curve === preferred))
    .map((fit) => claimOf(fit, span));
}

/** Whether a fit is an oscillator below critical damping. */
export function isHalfCosine({ curve, constants }: Fit): boolean {
  return curve === 'oscillator' && constants['zeta'] < 1;
}

/**
 * Whether the constants are estimates: inside the search box, or on that edge of it where the curve turns into a
 * simpler one (ζ = 100 is the exponential) and its plateau stays where the log is.
 */
export function isEstimate(fit: Fit, span: number): boolean {
  if (!fit.atBound) return true;
  const damping = fit.constants['zeta'] as number | undefined;
  return (damping === undefined || damping >= LEAST_DAMPING) && !claimOf(fit, span).isOpen;
}

/** The curve's reward t steps after the first, inside the segment. */
export function valueAt(fit: Fit, t: number): number {
  return fit.path === null ? evaluateCurve(fit.curve, fit.constants, t) : onPath(fit.path, t);
}

function claimOf(fit: Fit, span: number): PlateauClaim {
  const { curve, constants, intervals } = fit;
  const { plateau } = constants;
  const start = valueAt(fit, 0);
  const end = valueAt(fit, span);
  const progress = (end - start) / (plateau - start);
  return {
    curve,
    plateau,
    interval: intervals['plateau'] ?? null,
    progress,
    progressInterval: fit.derived.progress.interval,
    remaining: plateau - end,
    remainingInterval: fit.derived.remainingGain.interval,
    isOpen: !(progress >= 1 / FARTHEST),
    atBound: fit.atBound,
  };
}
