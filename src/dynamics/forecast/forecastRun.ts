import type { FitSet } from '../fit';
import { sampleLags } from '../intervals/curveLags';
import type { Sample } from '../sample';
import { candidatesOf } from './candidate';
import { mixtureQuantile, spreadOf, weightedMedian, type Part } from './mixture';
import { outlooksOf, type Outlook } from './outlook';
import { rowTarget, stretchTarget, type Target } from './target';

/** A number to come with the intervals of the model average. */
export interface Expected {
  /** Median. */
  readonly value: number;
  readonly interval90: readonly [number, number];
  readonly interval95: readonly [number, number];
}

/** What is to be expected of a run, reward units. */
export interface RunForecast {
  /** Single rows at the steps asked for, in their order. */
  readonly rows: readonly Expected[];
  /** The mean of the last tenth of the steps at the horizon. */
  readonly mean: Expected;
  /** Change of the curve itself from the last row to that tenth. */
  readonly gain: Expected;
  /** Standard deviation of one row, and of a long mean per square root of its rows. */
  readonly rowDeviation: number;
  readonly meanDeviation: number;
}

/** Fewer points than this say nothing about the noise, and so nothing about what is to come. */
const FEWEST_POINTS = 20;
/** What weighs less than this share of all is left out. */
const NEGLIGIBLE = 1e-3;
/**
 * How much farther than the curves differ among themselves the truth, which is none of them, is off, per span ahead: the
 * least of the tried values at which 90 % intervals held 90 % over all cuts of simulated runs (`npm run bench:discrepancy`).
 */
const DISCREPANCY = 0.75;
/** Share of the steps at the horizon whose mean is forecast. */
const TENTH = 0.1;

/**
 * Forecast of a run: the average over all fitted curves, a constant and a straight line, weighted by their
 * autocorrelated BIC, each over all shapes and noise models that its likelihood allows, with what carries over of the
 * present rows' deviation from the curve. What the models disagree on is in the intervals, and again as much as
 * `discrepancy` for each span of the log ahead: models that agree within the log may all be wrong beyond it.
 *
 * @param fits everything fitted to the segment
 * @param times times since the segment's first step, logged steps, ascending, beyond the last; the last is the horizon
 * @param rings whether ringing is established
 * @param discrepancy share of the curves' own spread by which the truth is farther off, per span ahead
 * @returns null for fewer than 20 points, or where residuals vanish and no noise is known
 */
export function forecastRun(
  fits: FitSet,
  times: Float64Array,
  rings: boolean,
  discrepancy = DISCREPANCY,
): RunForecast | null {
  const { sample } = fits;
  if (sample.y.length < FEWEST_POINTS || sample.y.every((value) => value === 0)) return null;
  const { span, stride } = sample.window;
  const end = times[times.length - 1];
  const targets = [...times].map((time) => rowTarget(time, span, stride));
  targets.push(stretchTarget(end - TENTH * end, end, span, stride));
  const weighed = averaged(fits, sample, targets, rings);
  if (weighed.length === 0) return null;
  const doubtAt = (time: number): number => (discrepancy * Math.max(0, time - span)) / span;
  const rows = targets.map((target, j) => levelAt(weighed, j, doubtAt(lastOf(target.times)), sample));
  const mean = rows.pop();
  if (mean === undefined) return null;
  const gain = gainOf(weighed, doubtAt(end), sample);
  return { rows, mean, gain, ...deviationsOf(weighed, sample) };
}

function lastOf(times: Float64Array): number {
  return times[times.length - 1];
}

/** The reward at one target; `doubt` in spreads of the curves. */
function levelAt(weighed: readonly Weighed[], target: number, doubt: number, sample: Sample): Expected {
  const curves = partsOf(weighed, (one) => [one.mean[target], one.curveDeviation[target]]);
  const parts = partsOf(weighed, (one) => [one.mean[target], one.deviation[target]]);
  return expected(widened(parts, doubt * spreadOf(curves)), sample, true);
}

function gainOf(weighed: readonly Weighed[], doubt: number, sample: Sample): Expected {
  const parts = partsOf(weighed, (one) => [one.gain, one.gainDeviation]);
  return expected(widened(parts, doubt * spreadOf(parts)), sample, false);
}

function widened(parts: readonly Part[], by: number): Part[] {
  return parts.map((part) => ({ ...part, deviation: Math.hypot(part.deviation, by) }));
}

function deviationsOf(
  weighed: readonly Weighed[],
  { scale }: Sample,
): Pick<RunForecast, 'rowDeviation' | 'meanDeviation'> {
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const row = weighed.reduce((sum, { weight, one }) => sum + weight * one.rowDeviation, 0) / whole;
  const mean = weightedMedian(weighed.map(({ weight, one }) => [one.meanDeviation, weight]));
  return { rowDeviation: scale * row, meanDeviation: scale * mean };
}

interface Weighed {
  readonly weight: number;
  readonly one: Outlook;
}

/** All outlooks with their weights in the average over curves. */
function averaged(fits: FitSet, sample: Sample, targets: readonly Target[], rings: boolean): Weighed[] {
  const lags = sampleLags(sample);
  const outlooks = candidatesOf(fits, sample, rings).flatMap((candidate) =>
    outlooksOf(candidate, sample, lags, targets),
  );
  const most = outlooks.reduce((top, { logWeight }) => Math.max(top, logWeight), -Infinity);
  return outlooks
    .map((one) => ({ weight: Math.exp(one.logWeight - most), one }))
    .filter(({ weight }) => weight > NEGLIGIBLE);
}

function partsOf(weighed: readonly Weighed[], read: (one: Outlook) => readonly [number, number]): Part[] {
  return weighed.map(({ weight, one }) => {
    const [mean, deviation] = read(one);
    return { weight, mean, deviation };
  });
}

function expected(parts: readonly Part[], { mean, scale }: Sample, isLevel: boolean): Expected {
  const at = (share: number): number => (isLevel ? mean : 0) + scale * mixtureQuantile(parts, share);
  return { value: at(0.5), interval90: [at(0.05), at(0.95)], interval95: [at(0.025), at(0.975)] };
}
