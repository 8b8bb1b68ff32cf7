import { autocorrelation, whiteningFor, type Autocorrelation } from './autocorrelation';
import type { Family } from './curves/curve';
import { levenbergMarquardt } from './levenbergMarquardt';
import { ProjectedProblem } from './projectedProblem';
import type { Sample } from './sample';

/** Rounds of "ρ from residuals, curve from whitened residuals", and the change of the deviance that ends them. */
const ROUNDS = 12;
const SETTLED = 1e-3;
/** Within a round the curve need not be exact: ρ moves anyway. */
const TOLERANCE = 1e-7;

/** A curve fitted together with the autocorrelation of its noise. */
export interface AutocorrelatedFit extends Autocorrelation {
  readonly shape: readonly number[];
}

/**
 * Maximum likelihood of a curve *with* AR(1) noise: its constants, ρ and the variance together. In turn ρ is set to its
 * most likely value for the residuals, and the curve refitted by AR(1)-whitened least squares from where it stood, until
 * the deviance no longer falls.
 *
 * @param family the curve
 * @param sample all points
 * @param starts shapes to begin at, the least-squares one first; the best end is kept
 * @returns shape, ρ and deviance
 */
export function autocorrelatedFit(
  family: Family,
  sample: Sample,
  starts: readonly (readonly number[])[],
): AutocorrelatedFit {
  const problem = new ProjectedProblem(family, sample.times, sample.y);
  let best: AutocorrelatedFit | null = null;
  for (const start of starts) {
    const fit = climb(family, sample, problem, start);
    if (best === null || fit.deviance < best.deviance) best = fit;
  }
  if (best === null) throw new Error('No shape to begin at.');
  return best;
}

function climb(
  family: Family,
  sample: Sample,
  problem: ProjectedProblem,
  start: readonly number[],
): AutocorrelatedFit {
  const box = family.box(sample.window);
  problem.whitenBy(() => undefined);
  problem.evaluate(start);
  let fit: AutocorrelatedFit = { shape: start, ...autocorrelation(problem.residuals, sample) };
  for (let round = 0; round < ROUNDS; round++) {
    problem.whitenBy(whiteningFor(fit.rho, sample));
    const { shape } = levenbergMarquardt(problem, fit.shape, box, TOLERANCE);
    problem.evaluate(shape);
    const next = { shape, ...autocorrelation(problem.unwhitenedResiduals(shape), sample) };
    const gain = fit.deviance - next.deviance;
    if (gain > 0) fit = next;
    if (!(gain > SETTLED)) break;
  }
  return fit;
}
