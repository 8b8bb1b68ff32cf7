import type { AutocorrelatedFit } from '../autocorrelatedFit';
import { whiteningFor } from '../autocorrelation';
import type { Curve } from '../curves/curve';
import type { Interval } from '../fit';
import { noiseLattice } from '../noise/noiseLattice';
import type { WeightedNoise } from '../noise/residualLikelihood';
import type { ProjectedProblem } from '../projectedProblem';
import type { Sample } from '../sample';
import { roomForEnds, solveEnds, type RewardForms } from './noisyEnds';
import type { CurveLags, SampleLags } from './curveLags';
import { closeInterval } from './openInterval';
import { shapeExtents, type ShapeReading } from './shapeExtent';
import { shapeRegion, type Judge, type Judged, type ShapeRegion } from './shapeRegion';
import { studentQuantile } from './studentQuantile';

/** Independent points beyond the constants at which still nothing is bounded (contract 2: n_eff ≤ p + 2). */
const FEWEST_SPARE = 2;

/** A noise model this much beyond the threshold at the best shape is not tried at other shapes. */
const HOPELESS = 5;

/** A noise model and what it makes of the rewards. */
interface Noise {
  readonly model: WeightedNoise;
  /** Which of a cell's sums are those with this model's moving average undone. */
  readonly average: number;
  readonly rewards: RewardForms;
}

/** A region of which nothing can be said: the log is worth too few independent points. */
export interface NoRegion {
  readonly cells: null;
  readonly effectiveN: number;
}

/** The confidence region of one curve: shapes, and at each shape the noise models and ends that are still allowed. */
export interface FitRegion extends ShapeRegion<CurveLags> {
  readonly curve: Curve;
  /** The shape fitted together with the noise. */
  readonly shape: readonly number[];
  /** Steps from the first to the last. */
  readonly span: number;
  /** Noise models, each with its products of the rewards. */
  readonly noise: readonly Noise[];
  /** Points less constants: the exponent of the restricted likelihood. */
  readonly degrees: number;
  /** How many independent points the log is worth. */
  readonly effectiveN: number;
  /** Every shape that was judged, by its coordinates: the lattice's, and those to which an end was pushed later. */
  readonly judged: ReadonlyMap<string, Judged<CurveLags>>;
}

/**
 * The 95 % confidence region of a curve under autocorrelated noise (theory.md §4), from all points.
 *
 * Deviance of (shape, ends, noise): (n − p) ln S + ln det Σ + ln det JᵀΣ⁻¹J, S = rᵀΣ⁻¹r, Σ any stationary
 * ARMA(2,1): the restricted likelihood with the variance profiled out. The region holds everything within t²_{0.975}(n_eff − p) of the
 * least, n_eff = n/inflation the number of independent points the log is worth. Because the noise is not held at its
 * estimate but may become as persistent as a shifted plateau would need, the intervals read off it cover where those at
 * the estimated ρ do not (measured by `npm run bench:coverage`). Rows count as evenly spaced for the noise; gaps are rare.
 *
 * @param curve the curve
 * @param sample all points, at least 20
 * @param lags the sample's lag sums
 * @param problem the curve's sum of squares; left whitened by the best noise
 * @param best its autocorrelated fit
 * @param others shapes of other minima, which may lie in the region too
 * @returns the region; none where the log is worth no more than two independent points beyond the curve's constants
 */
export function fitRegion(
  curve: Curve,
  sample: Sample,
  lags: SampleLags,
  problem: ProjectedProblem,
  best: AutocorrelatedFit,
  others: readonly (readonly number[])[],
): FitRegion | NoRegion {
  const squares = whitened(problem, best, sample);
  const n = sample.y.length;
  const degrees = n - curve.shapes - 2;
  const lattice = noiseLattice(problem.residuals(), curve, sample.times, best.shape);
  const effectiveN = n / lattice.inflation;
  const spare = effectiveN - curve.shapes - 2;
  if (spare <= FEWEST_SPARE) return { cells: null, effectiveN };
  const threshold = studentQuantile(spare) ** 2;
  const all = withSums(lattice.models, lags);
  const judgeAll = judgeOf(lags.curve(curve, thetasOf(lattice.models)), all, degrees);
  const hopeful = judgeAll.within(best.shape, threshold + HOPELESS);
  const noise = withSums(hopeful, lags);
  const judged = new Map<string, Judged<CurveLags>>();
  const region = shapeRegion(
    best.shape,
    others,
    problem.curvature.map((value) => (value * degrees) / squares),
    curve.box(sample.window),
    curve.ownLimit,
    remembering(judgeOf(lags.curve(curve, thetasOf(hopeful)), noise, degrees).judge, judged),
    threshold,
  );
  const about = { curve, shape: best.shape, span: sample.window.span };
  return { ...region, ...about, noise, degrees, effectiveN, judged };
}

function whitened(problem: ProjectedProblem, { rho, shape }: AutocorrelatedFit, sample: Sample): number {
  problem.whitenBy(whiteningFor(rho, sample));
  return problem.evaluate(shape);
}

function remembering(judge: Judge<CurveLags>, judged: Map<string, Judged<CurveLags>>): Judge<CurveLags> {
  return (shape) => {
    const key = shape.join();
    const known = judged.get(key) ?? { shape, ...judge(shape) };
    judged.set(key, known);
    return known;
  };
}

function thetasOf(models: readonly WeightedNoise[]): number[] {
  return [...new Set(models.map(({ theta }) => theta))];
}

function withSums(models: readonly WeightedNoise[], lags: SampleLags): Noise[] {
  const thetas = thetasOf(models);
  return models.map((model) => ({
    model,
    average: thetas.indexOf(model.theta),
    rewards: lags.rewards(model),
  }));
}

function judgeOf(
  lagsAt: (shape: readonly number[]) => CurveLags,
  noise: readonly Noise[],
  degrees: number,
): {
  judge: Judge<CurveLags>;
  within: (shape: readonly number[], margin: number) => WeightedNoise[];
} {
  const ends = roomForEnds();
  const devianceOf = ({ model, average, rewards }: Noise, { sums }: CurveLags): number => {
    solveEnds(model, rewards, sums[average], ends);
    return degrees * Math.log(ends.squares) + model.penalty;
  };
  return {
    judge: (shape) => {
      const content = lagsAt(shape);
      let deviance = Infinity;
      for (const one of noise) deviance = Math.min(deviance, devianceOf(one, content));
      return { content, deviance };
    },
    within: (shape, margin) => {
      const content = lagsAt(shape);
      const deviances = noise.map((one) => devianceOf(one, content));
      const least = deviances.reduce((a, b) => Math.min(a, b));
      return noise.filter((_, k) => deviances[k] <= least + margin).map(({ model }) => model);
    },
  };
}

/**
 * Intervals of quantities that follow from the shape alone.
 *
 * @param region the confidence region
 * @param read the quantities at a shape, by name; one that is missing has no limit there
 * @param estimates their least-squares values
 * @returns intervals, by name
 */
export function shapeIntervals(
  region: FitRegion,
  read: ShapeReading,
  estimates: Readonly<Record<string, number>>,
): Map<string, Interval> {
  const extents = shapeExtents(region, Object.keys(estimates), read);
  return new Map([...extents].map(([name, extent]) => [name, closeInterval(extent, estimates[name])]));
}
