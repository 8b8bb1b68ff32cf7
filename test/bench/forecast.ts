import { forecastRun } from '../../src/dynamics/forecast/forecastRun';
import type { CurveName, FitSet } from '../../src/dynamics/fit';
import { fitCurves } from '../../src/dynamics/fitCurves';
import { assessRegime } from '../../src/dynamics/regime';

/** Shares of a run's steps after which it is forecast. */
export const CUTS = [0.3, 0.5, 0.7] as const;

/** Who forecasts. */
export const METHODS = ['ours', 'last value', 'exponential', 'logistic', 'hill'] as const;
export type Method = (typeof METHODS)[number];

/** One run, cut once: what came out and what each method said. */
export interface Replay {
  readonly run: string;
  readonly cut: number;
  /** Mean of the run's last tenth of rows. */
  readonly truth: number;
  /** Standard deviation of the whole run's rewards: makes errors comparable between runs. */
  readonly scale: number;
  readonly said: Readonly<Record<Method, number>>;
  /** Our 90 % interval of that mean. */
  readonly interval: readonly [number, number];
}

/**
 * Replay a run from a share of its rows: everybody sees the rows before the cut and says the mean of the last tenth.
 * Null where fewer than 20 rows are left to see, or nothing can be said.
 */
export function replay(run: string, t: Float64Array, y: Float64Array, cut: number): Replay | null {
  const seen = Math.floor(cut * y.length);
  if (seen < 20) return null;
  const [pastT, pastY] = [t.slice(0, seen), y.slice(0, seen)];
  const fits = fitCurves(pastT, pastY);
  const horizon = t[t.length - 1] - t[0];
  const rings = assessRegime(fits, pastT, pastY).regime === 'oscillatory';
  const ours = forecastRun(fits, Float64Array.of(horizon), rings);
  const tenth = Math.max(1, Math.round(y.length / 10));
  const ahead = t.slice(-tenth).map((step) => step - t[0]);
  const last = meanOf(pastY.subarray(seen - Math.max(1, Math.round(seen / 10))));
  const truth = meanOf(y.subarray(y.length - tenth));
  const { value, interval90 } = ours?.mean ?? { value: last, interval90: [last, last] as const };
  const alone = (name: CurveName): number => curveAlone(fits, name, ahead) ?? last;
  return {
    run,
    cut,
    truth,
    scale: deviationOf(y),
    said: {
      ours: value,
      'last value': last,
      exponential: alone('exponential'),
      logistic: alone('logistic'),
      hill: alone('hill'),
    },
    interval: interval90,
  };
}

function curveAlone(fits: FitSet, name: CurveName, ahead: Float64Array): number | null {
  const fit = fits.curves[name];
  return fit === null ? null : meanOf(fit.track(ahead).value);
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
