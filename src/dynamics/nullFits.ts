import { autocorrelatedFit } from './autocorrelatedFit';
import type { Family } from './curves/curve';
import { constantReward, straightLine } from './curves/nullCurves';
import type { FitSet, NullFit } from './fit';
import { ProjectedProblem } from './projectedProblem';
import type { Sample } from './sample';

/**
 * Bayesian information criterion for white noise of unknown variance (contract 2).
 *
 * @param sse sum of squared residuals
 * @param n points
 * @param constants constants of the curve
 * @returns n ln(sse/n) + (p+1) ln n; null when sse = 0
 */
export function bic(sse: number, n: number, constants: number): number | null {
  return sse > 0 ? n * Math.log(sse / n) + (constants + 1) * Math.log(n) : null;
}

/**
 * The same under AR(1) noise, from a deviance in scaled units.
 *
 * @param deviance n ln(S/n) + Σ ln(1 − ρ^(2Δ)) of the scaled rewards
 * @param sample the points
 * @param constants constants of the curve, ρ not counted
 * @returns bicAr in reward units
 */
export function autocorrelatedBic(deviance: number, sample: Sample, constants: number): number {
  const n = sample.y.length;
  return deviance + 2 * n * Math.log(sample.scale) + (constants + 2) * Math.log(n);
}

/**
 * The reward does not change: one constant.
 *
 * @param sample all points
 * @returns the fit
 */
export function constantFit(sample: Sample): NullFit {
  return nullFit(constantReward, 1, sample);
}

/**
 * The reward changes at one rate throughout: two constants.
 *
 * @param sample all points
 * @returns the fit with its intercept at the first step (reward units) and its slope (reward units per step)
 */
export function lineFit(sample: Sample): FitSet['line'] {
  if (sample.y.length === 0) return { ...nullFit(straightLine, 2, sample), intercept: 0, slope: 0 };
  const problem = new ProjectedProblem(straightLine, sample.times, sample.y);
  problem.evaluate([]);
  const { R0, plateau } = problem.ends();
  return {
    ...nullFit(straightLine, 2, sample),
    intercept: sample.mean + sample.scale * R0,
    slope: sample.scale * (plateau - R0),
  };
}

function nullFit(family: Family, constants: number, sample: Sample): NullFit {
  const n = sample.y.length;
  if (n === 0) return { sse: 0, bic: null, bicAr: null };
  const scaled = new ProjectedProblem(family, sample.times, sample.y).evaluate([]);
  const sse = scaled * sample.scale * sample.scale;
  const value = bic(sse, n, constants);
  if (value === null) return { sse, bic: null, bicAr: null };
  const { deviance } = autocorrelatedFit(family, sample, []);
  return { sse, bic: value, bicAr: autocorrelatedBic(deviance, sample, constants) };
}
