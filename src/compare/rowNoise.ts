import { constantReward } from '../dynamics/curves/nullCurves';
import { CURVES } from '../dynamics/curves/curveTable';
import type { Family } from '../dynamics/curves/curve';
import type { CurveName, Fit } from '../dynamics/fit';
import { score } from '../dynamics/modelChoice';
import { noiseLattice } from '../dynamics/noise/noiseLattice';
import type { NoiseModel } from '../dynamics/noise/noiseModel';
import type { FittedRun } from './fittedRun';
import { correlationsOf } from './noiseCorrelations';

/** The noise of a run's rows about the curve that describes it best. */
export interface RowNoise {
  /** Reward less curve, one per row of the fitted segment, reward units. */
  readonly residuals: Float64Array;
  /** The most likely ARMA(2,1). */
  readonly model: NoiseModel;
  /** Variance of one row about the true curve, reward units squared; what fitting took out is added back. */
  readonly variance: number;
  /** Independent rows beyond the curve's constants. */
  readonly degrees: number;
}

/** Fewer rows say nothing about how noise carries over. */
const FEWEST_ROWS = 12;

/**
 * The noise of a run by restricted likelihood, about the curve, line or constant with the lowest bicAr.
 *
 * @param fitted the run
 * @returns its noise; null below 12 rows, without noise, or where the rows are worth no more than the curve's constants
 */
export function rowNoise({ fits }: Pick<FittedRun, 'fits'>): RowNoise | null {
  const { sample, n } = fits;
  if (n < FEWEST_ROWS) return null;
  const { residuals, family, shape, constants } = bestDescription(fits);
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  if (!(squares > 0)) return null;
  const { best, inflation } = noiseLattice(residuals, family, sample.times, shape);
  const effectiveN = n / inflation;
  const degrees = effectiveN - constants;
  if (!(degrees > 1)) return null;
  return { residuals, model: best, variance: (squares / n) * (effectiveN / degrees), degrees };
}

/**
 * Variance of the mean of neighbouring rows.
 *
 * @param noise the rows' noise
 * @param rows how many
 * @returns reward units squared
 */
export function varianceOfMean({ model, variance }: RowNoise, rows: number): number {
  const sum = correlationsOf(model, rows).reduce((total, r, lag) => total + 2 * (1 - lag / rows) * r, -1);
  return (variance / rows) * Math.max(sum, 1 / rows);
}

interface Description {
  readonly residuals: Float64Array;
  readonly family: Family;
  readonly shape: readonly number[];
  readonly constants: number;
}

function bestDescription(fits: FittedRun['fits']): Description {
  const { sample, curves, constant, line } = fits;
  const { times, y, mean, scale } = sample;
  const reward = y.map((value) => mean + scale * value);
  const present = (Object.keys(curves) as CurveName[])
    .map((name) => curves[name])
    .filter((fit): fit is Fit => fit !== null && fit.bicAr !== null);
  const best = present.reduce<Fit | null>((a, b) => (a === null || score(b) < score(a) ? b : a), null);
  if (best !== null && score(best) < Math.min(score(constant), score(line))) {
    const { value } = best.track(times.t);
    return { residuals: reward.map((r, i) => r - value[i]), ...columnsOf(best) };
  }
  const rises = score(line) < score(constant);
  const height = (t: number): number => (rises ? line.intercept + line.slope * t : mean);
  return {
    residuals: reward.map((r, i) => r - height(times.t[i])),
    family: constantReward,
    shape: [],
    constants: rises ? 2 : 1,
  };
}

/** The closed curve whose derivatives stand for a fit's; curves on a run's own clock have none, and count as a level. */
function columnsOf({ curve, constants }: Fit): Omit<Description, 'residuals'> {
  const closed = CURVES.find(({ name }) => name === curve);
  const count = Object.keys(constants).length;
  if (closed === undefined) return { family: constantReward, shape: [], constants: count };
  return { family: closed, shape: closed.shape(constants), constants: count };
}
