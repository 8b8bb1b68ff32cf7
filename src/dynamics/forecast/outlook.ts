import type { SampleLags } from '../intervals/curveLags';
import { roomForEnds, solveEnds } from '../intervals/noisyEnds';
import { studentQuantile } from '../intervals/studentQuantile';
import { weightedMedian } from './mixture';
import { posteriorEnds, type PosteriorEnds } from './posteriorEnds';
import type { NoiseModel } from '../noise/noiseModel';
import type { Sample } from '../sample';
import type { Candidate } from './candidate';
import { curveReader, type CurveAhead } from './curveAhead';
import { noiseOutlooks, type NoiseOutlook } from './noiseOutlook';
import { tailReader, type Tail } from './tail';
import type { Target } from './target';

/** What one path with one noise model says of every target, in the sample's scaled units. */
export interface Outlook {
  /** Logarithm of its weight: likelihood, integrated over level and rise, times the priors. */
  readonly logWeight: number;
  /**
   * By target: the expected reward, and its standard deviation with the noise of the rows themselves. Plain lists: there are
   * thousands of outlooks, and typed arrays of this size are no cheap objects.
   */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** By target: the standard deviation of the curve alone, without that of the rows. */
  readonly curveDeviation: readonly number[];
  /** Change of the curve itself from the last row to the last target, and its standard deviation. */
  readonly gain: number;
  readonly gainDeviation: number;
  /**
   * Standard deviation of one row, and of a long mean per square root of its rows: the latter a median where noise models are
   * merged, for a mean of it is that of the likeliest random walk, however unlikely.
   */
  readonly rowDeviation: number;
  readonly meanDeviation: number;
}

/** Logarithm of a weight below the best at which a noise model adds nothing more. */
const NEGLIGIBLE = 5;
/** Student's t is not followed to fewer degrees of freedom, where it has no variance. */
const FEWEST_SPARE = 3;
const NORMAL_QUANTILE = 1.959964;
/** A candidate with more paths than this keeps one outlook a path. */
const FEW_PATHS = 8;
/** At most so many noise models a path: those that weigh most. */
const MOST_NOISE = 20;

/**
 * The outlooks of a candidate: at each of its paths and the likeliest noise models there the exact best linear unbiased
 * prediction, curve plus what carries over of the rows' present deviation from it.
 *
 * @param candidate the curve
 * @param sample all points
 * @param lags their lag sums
 * @param targets what is forecast
 * @returns the outlooks
 */
export function outlooksOf(
  candidate: Candidate,
  sample: Sample,
  lags: SampleLags,
  targets: readonly Target[],
): Outlook[] {
  const { family, noise, paths, volume } = candidate;
  const thetas = [...new Set(noise.map(({ theta }) => theta))];
  const lagsAt = lags.curve(family, thetas);
  const rewards = noise.map((model) => lags.rewards(model));
  const tails = tailReader(candidate, sample, thetas);
  const outlookOf = remembered((model: NoiseModel) => noiseOutlooks(model, targets));
  const curveAt = curveReader(candidate, sample, targets);
  const [n, range] = [sample.y.length, rewardRange(sample)];
  const heavinessOf = remembered((model: NoiseModel) => heaviness(model, n));
  const ends = roomForEnds();
  return paths.flatMap((path) => {
    const content = path.content ?? lagsAt(path.shape);
    const curve = curveAt(path, content.offset);
    const solved = noise.map((model, k) => {
      solveEnds(model, rewards[k], content.sums[thetas.indexOf(model.theta)], ends);
      return { model, ends: posteriorEnds(ends, model, rewards[k], n, range / curve.change) };
    });
    const prior = Math.log(path.prior * volume * timePrior(curve.folds));
    const tailsHere = tails(path, content.offset);
    const outlooks = likeliest(solved).map(({ model, ends }) => {
      const tail = tailsHere[thetas.indexOf(model.theta)];
      return predict(
        ends,
        outlookOf(model),
        tail,
        curve,
        model,
        ends.logLikelihood + prior,
        heavinessOf(model),
      );
    });
    return paths.length > FEW_PATHS ? [merged(outlooks)] : outlooks;
  });
}

/** Outlooks of one path that differ in the noise only, as one with the same mean and variance. */
function merged(outlooks: readonly Outlook[]): Outlook {
  const most = outlooks.reduce((top, { logWeight }) => Math.max(top, logWeight), -Infinity);
  const weights = outlooks.map(({ logWeight }) => Math.exp(logWeight - most));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const average = (read: (one: Outlook) => number): number => {
    let sum = 0;
    for (let k = 0; k < outlooks.length; k++) sum += weights[k] * read(outlooks[k]);
    return sum / whole;
  };
  const spread = (
    mean: number,
    middle: (one: Outlook) => number,
    deviation: (one: Outlook) => number,
  ): number => Math.sqrt(average((one) => (middle(one) - mean) ** 2 + deviation(one) * deviation(one)));
  const mean = outlooks[0].mean.map((_, j) => average((one) => one.mean[j]));
  const gain = average((one) => one.gain);
  const spreads = (deviation: (one: Outlook, j: number) => number): number[] =>
    mean.map((value, j) =>
      spread(
        value,
        (one) => one.mean[j],
        (one) => deviation(one, j),
      ),
    );
  return {
    logWeight: most + Math.log(whole),
    mean,
    deviation: spreads((one, j) => one.deviation[j]),
    curveDeviation: spreads((one, j) => one.curveDeviation[j]),
    gain,
    gainDeviation: spread(
      gain,
      (one) => one.gain,
      (one) => one.gainDeviation,
    ),
    rowDeviation: average((one) => one.rowDeviation),
    meanDeviation: weightedMedian(outlooks.map((one, k) => [one.meanDeviation, weights[k]])),
  };
}

/** Log-width of the exponential's search box, over which the lattice's volumes are shares. */
const BOX_WIDTH = Math.log(50_000);

/** Density of ln x for P(X > x) = 1/(1 + x), in units of a flat one over the box; see `candidatesOf`. */
function timePrior(folds: number | null): number {
  return folds === null ? 1 : (BOX_WIDTH * folds) / (1 + folds) ** 2;
}

/** From the lowest to the highest reward, in scaled units. */
function rewardRange({ y }: Sample): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of y) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

interface Solved {
  readonly model: NoiseModel;
  readonly ends: PosteriorEnds;
}

function likeliest(solved: readonly Solved[]): Solved[] {
  const most = solved.reduce((top, { ends }) => Math.max(top, ends.logLikelihood), -Infinity);
  const near = solved.filter(({ ends }) => ends.logLikelihood > most - NEGLIGIBLE);
  return near.sort((a, b) => b.ends.logLikelihood - a.ends.logLikelihood).slice(0, MOST_NOISE);
}

/** The variance itself is known from as many independent points as the log is worth: Student's t over the normal. */
function heaviness({ inflation }: NoiseModel, n: number): number {
  return studentQuantile(Math.max(FEWEST_SPARE, n / Math.max(1, inflation) - 2)) / NORMAL_QUANTILE;
}

function predict(
  ends: PosteriorEnds,
  noise: readonly NoiseOutlook[],
  tail: Tail,
  curve: CurveAhead,
  model: NoiseModel,
  logWeight: number,
  heavy: number,
): Outlook {
  const mean: number[] = [];
  const deviation: number[] = [];
  const curveDeviation: number[] = [];
  noise.forEach(({ last, before, variance }, j) => {
    const level = 1 - last * tail.one[0] - before * tail.one[1];
    const amplitude = curve.phi[j] - last * tail.phi[0] - before * tail.phi[1];
    mean.push(last * tail.y[0] + before * tail.y[1] + level * ends.level + amplitude * ends.amplitude);
    const curveVariance = linearVariance(ends, level, amplitude);
    curveDeviation.push(heavy * Math.sqrt(curveVariance));
    deviation.push(heavy * Math.sqrt(ends.innovation * variance + curveVariance));
  });
  const change = curve.phi[noise.length - 1] - curve.last;
  const row = Math.sqrt(ends.innovation * model.rowVariance);
  return {
    logWeight,
    mean,
    deviation,
    curveDeviation,
    gain: ends.amplitude * change,
    gainDeviation: heavy * Math.sqrt(linearVariance(ends, 0, change)),
    rowDeviation: row,
    meanDeviation: row * Math.sqrt(Math.max(1, model.inflation)),
  };
}

function linearVariance(ends: PosteriorEnds, level: number, amplitude: number): number {
  const joint = 2 * level * ends.covariance + amplitude * ends.amplitudeVariance;
  return Math.max(0, level * level * ends.levelVariance + amplitude * joint);
}

function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
