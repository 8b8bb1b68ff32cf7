import { CURVE_NAMES, type CurveName, type Fit, type FitSet } from './fit';

/** Curves that are the dynamics of theory.md §1, and so the only ones whose constants mean something. */
export const MECHANISMS: readonly CurveName[] = [
  'exponential',
  'bound',
  'scheduled',
  'inertial',
  'oscillator',
];

/** Difference of the autocorrelated BIC from which one curve is held to beat another (20 : 1 odds). */
export const DECISIVE = 6;

/** Which curve describes the run, and which mechanism its constants come from. */
export interface ModelChoice {
  /** Lowest bicAr of all curves; null when a constant or a straight line is lower still, or nothing was fitted. */
  readonly selected: CurveName | null;
  /** Lowest bicAr of the mechanisms; null when none was fitted. */
  readonly mechanism: CurveName | null;
  /** The constant or the straight line where it wins. */
  readonly trivial: 'constant' | 'line' | null;
}

/**
 * The autocorrelated BIC for comparison: a fit without residuals has none, and beats every other.
 *
 * @param fit a fit or a null fit
 * @returns bicAr, −∞ where residuals vanish
 */
export function score(fit: { readonly sse: number; readonly bicAr: number | null }): number {
  return fit.bicAr ?? -Infinity;
}

/**
 * Choose by the autocorrelated BIC (contract 2). Among equals the earlier, simpler curve wins.
 *
 * @param fits everything fitted to one segment
 * @returns the selected curve and the mechanism
 */
export function chooseModel(fits: FitSet): ModelChoice {
  const present = CURVE_NAMES.map((name) => fits.curves[name]).filter((fit) => fit !== null);
  const best = lowest(present);
  const trivial = score(fits.line) < score(fits.constant) ? 'line' : 'constant';
  const wins = best === null || score(fits[trivial]) <= score(best);
  return {
    selected: wins ? null : best.curve,
    mechanism: lowest(present.filter((fit) => MECHANISMS.includes(fit.curve)))?.curve ?? null,
    trivial: wins ? trivial : null,
  };
}

function lowest(fits: readonly Fit[]): Fit | null {
  return fits.reduce<Fit | null>(
    (best, fit) => (best === null || score(fit) < score(best) ? fit : best),
    null,
  );
}
