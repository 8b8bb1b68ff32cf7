import { autocorrelation, whiteningFor, type Autocorrelation } from './autocorrelation';
import type { Family } from './curves/curve';
import { levenbergMarquardt } from './levenbergMarquardt';
import { ProjectedProblem, unweighted } from './projectedProblem';
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
 * @param start the least-squares shape
 * @param nested shapes of the same kind of fit for curves nested in this one; tried where they are better
 * @param problem the curve's sum of squares, to be reused; left whitened
 * @returns shape, ρ and deviance
 */
export function autocorrelatedFit(
  family: Family,
  sample: Sample,
  start: readonly number[],
  nested: readonly (readonly number[])[] = [],
  problem = new ProjectedProblem(family, sample.times, sample.y),
): AutocorrelatedFit {
  problem.whitenBy(unweighted);
  let best = climb(family, sample, problem, noiseAt(problem, sample, start));
  for (const shape of nested) {
    problem.whitenBy(whiteningFor(best.rho, sample));
    const inner = noiseAt(problem, sample, shape);
    if (inner.deviance < best.deviance) best = climb(family, sample, problem, inner);
  }
  return best;
}

/** The most likely noise of the curve at a shape, its ends fitted under the problem's current whitening. */
function noiseAt(problem: ProjectedProblem, sample: Sample, shape: readonly number[]): AutocorrelatedFit {
  problem.evaluate(shape);
  return { shape, ...autocorrelation(problem.residuals(), sample) };
}

function climb(
  family: Family,
  sample: Sample,
  problem: ProjectedProblem,
  start: AutocorrelatedFit,
): AutocorrelatedFit {
  const box = family.box(sample.window);
  let fit = start;
  for (let round = 0; round < ROUNDS; round++) {
    problem.whitenBy(whiteningFor(fit.rho, sample));
    const { shape } = levenbergMarquardt(problem, fit.shape, box, { tolerance: TOLERANCE });
    const next = noiseAt(problem, sample, shape);
    const gain = fit.deviance - next.deviance;
    if (gain > 0) fit = next;
    if (!(gain > SETTLED)) break;
  }
  return fit;
}
