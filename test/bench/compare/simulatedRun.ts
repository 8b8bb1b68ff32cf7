import type { FittedRun } from '../../../src/compare/fittedRun';
import { dynamicsSettings } from '../../../src/dynamics/dynamicsSettings';
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
  const fits = fitCurves(t, y, { settings: dynamicsSettings(run) });
  return { run, segmentation: oneSegment(run), fits, assessment: assessRegime(fits, t, y) };
}

/** What a simulated rise is: a curve the engine reads runs by, or a rival that no mechanism of it makes. */
export type Truth = 'exponential' | 'logistic' | 'hill';

/** Shape constants of a truth that is about as quick as an exponential of this timescale. */
const SHAPES: Readonly<Record<Truth, (timescale: number) => Readonly<Record<string, number>>>> = {
  exponential: (tau) => ({ tau }),
  // An S: at the start 1 % of the rise is done, half of it after one and a half timescales.
  logistic: (timescale) => ({ midpoint: 1.5 * timescale, rate: 3 / timescale }),
  // An S on the logarithm of the step, with a long tail: half after one timescale, 96 % after five.
  hill: (timescale) => ({ cMid: timescale, exponent: 2 }),
};

/** A rise with noise, fitted. */
export function simulatedRun(
  rows: number,
  timescale: number,
  { coefficients, sampling }: SimulatedNoise,
  seed: number,
  plateau = PLATEAU,
  truth: Truth = 'exponential',
): FittedRun {
  const constants = { R0: START, plateau, ...SHAPES[truth](timescale) };
  const { t, y } = curveWithNoise(truth, constants, rows, SIGMA, seed, coefficients, sampling);
  return fittedFrom(t, y);
}
