import { forecastRun, type Expected } from '../../src/dynamics/forecast/forecastRun';
import type { CurveName, FitSet } from '../../src/dynamics/fit';
import { fitCurves } from '../../src/dynamics/fitCurves';
import { assessRegime } from '../../src/dynamics/regime';
import { rowsOf, segmentRun } from '../../src/dynamics/segments/segmentRun';
import type { Run, Series } from '../../src/run/run';

/** What of a run is replayed. */
export type Replayed = Pick<Run, 'reward' | 'marks'>;

/** Shares of a run's steps after which it is forecast. */
export const CUTS = [0.3, 0.5, 0.7] as const;

/** Who forecasts. */
export const METHODS = ['ours', 'last value', 'exponential', 'logistic', 'hill'] as const;
export type Method = (typeof METHODS)[number];

/** A value and its 90 % interval; null where the method has none. */
export interface Said {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
}

/** One run, cut once: what came out and what each method said. */
export interface Replay {
  readonly run: string;
  readonly cut: number;
  /** Step of the last row but two that was seen. */
  readonly nearlyLast: number;
  /** Mean of the run's last tenth of rows. */
  readonly truth: number;
  /** Standard deviation of the whole run's rewards: makes errors comparable between runs. */
  readonly scale: number;
  readonly said: Readonly<Record<Method, Said>>;
}

/**
 * Replay a run from a share of its rows: everybody sees the rows before the cut and says the mean of the last tenth. We
 * forecast from the segment that holds the present, as the Report does; the single curves are fitted to all rows seen.
 * Null where fewer than 20 rows are left to see. Where we say nothing, the last value counts as said.
 */
export function replay(name: string, run: Replayed, cut: number): Replay | null {
  const { steps: t, values: y } = run.reward;
  const seen = Math.floor(cut * y.length);
  if (seen < 20) return null;
  const past = { ...run.reward, steps: t.slice(0, seen), values: y.slice(0, seen) };
  const fits = fitCurves(past.steps, past.values);
  const marks = run.marks.filter(({ step }) => step <= t[seen - 1]);
  const ours = forecastPresent(past, marks, fits, t[t.length - 1]);
  const tenth = Math.max(1, Math.round(y.length / 10));
  const ahead = t.slice(-tenth).map((step) => step - t[0]);
  const last = lastValue(past.values);
  const alone = (name: CurveName): Said => curveAlone(fits, name, ahead) ?? last;
  return {
    run: name,
    cut,
    nearlyLast: t[seen - 3],
    truth: meanOf(y.subarray(y.length - tenth)),
    scale: deviationOf(y),
    said: {
      ours: ours === undefined ? last : { value: ours.value, interval: ours.interval90 },
      'last value': last,
      exponential: alone('exponential'),
      logistic: alone('logistic'),
      hill: alone('hill'),
    },
  };
}

/** What the Report forecasts at a step. */
function forecastPresent(
  reward: Series,
  marks: Run['marks'],
  whole: FitSet,
  horizon: number,
): Expected | undefined {
  const { segments, fitted, startIsKnown } = segmentRun({ reward, marks });
  const segment = segments[fitted];
  if (segment.to < reward.values.length) return undefined;
  const { steps, values } = rowsOf(reward, segment);
  const fits = segment.from === 0 ? whole : fitCurves(steps, values);
  const { regime } = assessRegime(fits, steps, values, startIsKnown);
  return forecastRun(fits, Float64Array.of(horizon - steps[0]), regime === 'oscillatory')?.mean;
}

/** The mean of the last tenth of what was seen, with the standard error of independent rows. */
function lastValue(seen: Float64Array): Said {
  const tail = seen.subarray(seen.length - Math.max(1, Math.round(seen.length / 10)));
  const value = meanOf(tail);
  const half = (NORMAL_90 * deviationOf(tail)) / Math.sqrt(tail.length);
  return { value, interval: [value - half, value + half] };
}

/** One curve alone: its least-squares mean, with its own band brought from 95 % to 90 %. */
function curveAlone(fits: FitSet, name: CurveName, ahead: Float64Array): Said | null {
  const fit = fits.curves[name];
  if (fit === null) return null;
  const { value: heights, band } = fit.track(ahead);
  const value = meanOf(heights);
  if (band === null) return { value, interval: null };
  const at = (end: Float64Array): number => value + (NORMAL_90 / NORMAL_95) * (meanOf(end) - value);
  return { value, interval: [at(band.low), at(band.high)] };
}

const NORMAL_90 = 1.6449;
const NORMAL_95 = 1.96;

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
