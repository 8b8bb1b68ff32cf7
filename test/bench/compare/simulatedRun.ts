import type { FittedRun } from '../../../src/compare/fittedRun';
import { fitCurves } from '../../../src/dynamics/fitCurves';
import { assessRegime } from '../../../src/dynamics/regime';
import { oneSegment } from '../../../src/dynamics/segments/segmentRun';
import type { Run } from '../../../src/run/run';
import { handMadeRun } from '../../handMadeRun';
import { curveWithNoise } from '../../syntheticLog';

/** Noise of a simulated log: autoregression, and the share of the variance that is white on top. */
export interface SimulatedNoise {
  readonly name: string;
  readonly coefficients: readonly number[];
  readonly sampling: number;
}

/** Noise, a tenth of the rise. */
export const SIGMA = 0.06;
export const START = 0.2;
export const PLATEAU = 0.8;

/** The run of a reward at these steps, with its fits. */
export function fittedFrom(t: Float64Array, y: Float64Array, changes: Partial<Run> = {}): FittedRun {
  const run = handMadeRun(y, changes, t);
  const fits = fitCurves(t, y);
  return { run, segmentation: oneSegment(run), fits, assessment: assessRegime(fits, t, y) };
}

/** A damped rise over `timescales` slow timescales with noise, fitted. */
export function simulatedRun(
  rows: number,
  timescale: number,
  { coefficients, sampling }: SimulatedNoise,
  seed: number,
  plateau = PLATEAU,
): FittedRun {
  const constants = { R0: START, plateau, tau: timescale };
  const { t, y } = curveWithNoise('exponential', constants, rows, SIGMA, seed, coefficients, sampling);
  return fittedFrom(t, y);
}
