import { whiteningFor } from './autocorrelation';
import type { AutocorrelatedFit } from './autocorrelatedFit';
import type { ProjectedProblem } from './projectedProblem';
import type { Sample } from './sample';

/**
 * Correlation of the estimates of the two shape constants (ln ω₀ and ln ζ of a damped oscillator): from the inverse of
 * the Gauss–Newton matrix with R₀ and plateau eliminated, under noise whitened by its autocorrelation, at the most
 * likely shape. Near −1 or 1 the log tells one combination of the two and not each by itself.
 *
 * @param problem the curve's sum of squares; left whitened
 * @param sample all points
 * @param best its autocorrelated fit
 * @returns −1 … 1; null for a curve with any other number of shape constants, or where the matrix has no inverse
 */
export function shapeCorrelation(
  problem: ProjectedProblem,
  sample: Sample,
  best: AutocorrelatedFit,
): number | null {
  if (best.shape.length !== 2) return null;
  problem.whitenBy(whiteningFor(best.rho, sample));
  problem.evaluate(best.shape);
  return correlationOf(problem.curvature);
}

/**
 * Correlation that belongs to a 2 × 2 information matrix [a, b; b, c]: −b/√(ac).
 *
 * @param information the matrix, row by row
 * @returns −1 … 1; null where the matrix is not positive definite
 */
export function correlationOf([a, b, , c]: ArrayLike<number> & Iterable<number>): number | null {
  if (!(a > 0 && c > 0)) return null;
  const correlation = -b / Math.sqrt(a) / Math.sqrt(c);
  return Math.abs(correlation) < 1 ? correlation : null;
}
