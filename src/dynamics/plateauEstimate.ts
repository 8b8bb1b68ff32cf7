import { intervalOf, type Estimate } from './estimate';
import { CURVE_NAMES, type Fit, type FitSet, type Interval } from './fit';
import { DECISIVE, MECHANISMS, score } from './modelChoice';

/**
 * Plateau of a fit with an interval that admits model doubt: where other curves do about as well (autocorrelated BIC
 * within 6 of the best) and say other things of the plateau, the interval is the union of theirs and this one's (contract 2).
 * A fit that those beat decisively has residuals that carry over because the curve is wrong: where its own interval is open
 * for that reason, the interval is theirs, stretched to hold this fit's plateau.
 *
 * @param fits everything fitted to the segment
 * @param fit the fit whose plateau is reported
 * @returns the plateau; without interval where this fit has none
 */
export function plateauEstimate(fits: FitSet, fit: Fit): Estimate {
  const own = intervalOf(fit, 'plateau');
  const value = fit.constants['plateau'];
  if (own === null) return { value, interval: null };
  const { others, isBeaten } = curvesInDoubt(fits, fit);
  const theirs = others.map((other) => intervalOf(other, 'plateau')).filter((other) => other !== null);
  const isOpen = own.includes(null);
  return { value, interval: theirs.reduce<Interval>(union, isBeaten && isOpen ? [value, value] : own) };
}

/**
 * Whether a curve that fits decisively better tells another story of the plateau: the fit's own plateau is then no estimate.
 * A better curve without an interval disagrees where its plateau lies outside the fit's.
 *
 * @param fits everything fitted to the segment
 * @param fit the fit whose plateau is read
 */
export function betterCurveDisagrees(fits: FitSet, fit: Fit): boolean {
  const own = intervalOf(fit, 'plateau');
  if (own === null) return false;
  return CURVE_NAMES.map((name) => fits.curves[name]).some((other) => {
    if (other === null || score(fit) - score(other) < DECISIVE) return false;
    const theirs = intervalOf(other, 'plateau');
    return theirs === null ? !contains(own, other.constants['plateau']) : disagree(own, theirs);
  });
}

/** Curves whose word on the plateau counts beside, or instead of, that of the fit that is read. */
export interface CurvesInDoubt {
  readonly others: readonly Fit[];
  /** Whether they beat the fit decisively, so that an open end of its own interval says nothing. */
  readonly isBeaten: boolean;
}

/**
 * The curves that fit as well as the best and whose word counts beside that of the fit that is read: the ones its
 * plateau's interval and its band are widened to. Those are other mechanisms always, for the simplest that is not
 * rejected is narrow by what it assumes of the others' constants (its own interval covers 86–90 % where a log is short
 * or a slow start is mild); and rivals without mechanism where they tell another story.
 *
 * @param fits everything fitted to the segment
 * @param fit the fit whose plateau is reported
 * @returns those curves
 */
export function curvesInDoubt(fits: FitSet, fit: Fit): CurvesInDoubt {
  const present = CURVE_NAMES.map((name) => fits.curves[name]).filter((other) => other !== null);
  const best = Math.min(...present.map(score));
  const comparable = present.filter(
    (other) => score(other) - best < DECISIVE && intervalOf(other, 'plateau') !== null,
  );
  const isBeaten = score(fit) - best >= DECISIVE && comparable.length > 0;
  const own = intervalOf(fit, 'plateau');
  const tells = (other: Fit): boolean => {
    const theirs = intervalOf(other, 'plateau');
    if (MECHANISMS.includes(other.curve)) return true;
    return own === null || theirs === null || disagree(own, theirs);
  };
  return { others: isBeaten ? comparable : comparable.filter(tells), isBeaten };
}

/** Whether either interval leaves out the middle of the other: the curves then tell different stories. */
function disagree(a: Interval, b: Interval): boolean {
  return !contains(a, middle(b)) || !contains(b, middle(a));
}

function middle([low, high]: Interval): number | null {
  return low === null || high === null ? null : (low + high) / 2;
}

function contains([low, high]: Interval, value: number | null): boolean {
  return value !== null && (low === null || low <= value) && (high === null || value <= high);
}

function union(a: Interval, b: Interval): Interval {
  const low = a[0] === null || b[0] === null ? null : Math.min(a[0], b[0]);
  const high = a[1] === null || b[1] === null ? null : Math.max(a[1], b[1]);
  return [low, high];
}
