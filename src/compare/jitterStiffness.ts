import type { Curve } from '../dynamics/curves/curve';
import type { DynamicsSettings } from '../dynamics/dynamicsSettings';
import type { Fit, FitSet, Interval } from '../dynamics/fit';
import { studentQuantile } from '../dynamics/intervals/studentQuantile';
import { departures } from './departures';
import { jitterDeviance } from './jitterDeviance';

/** Jitter over sampling noise, as variances: none, and from what no log could show to nothing but jitter. */
const JITTERS = [0, ...Array.from({ length: 10 }, (_, i) => 0.005 * 2.3 ** i)];
/** Steps of ln k: as wide as this, or an eighth of the interval that is known already. */
const WIDEST_STEP = 0.1;
const NARROWEST_STEP = 0.002;
/** This much beyond the threshold no second valley is looked for. */
const HOPELESS = 6;
/** A share of right answers nearer to 0 or 1 than this varies no less. */
const LEAST_SHARE = 0.01;
const ROUNDING = 1e-9;

/** A run is asked once, however many it is compared with. */
const KNOWN = new WeakMap<Fit, Interval | null>();

/**
 * 95 % interval of the stiffness where the policy jitters about its path: departures die away with the same k as the path
 * itself, so that a little of them, too little to be seen in the residuals, blurs k as much as all sampling noise does.
 * Under a schedule they come and go with the learning rate (`departures.ts`).
 * The sampling noise is of one size or, where rewards could be shares of right answers, of variance R(1 − R),
 * whichever the log allows. A profile of the restricted likelihood over jitter and both.
 *
 * @param fits everything fitted to a segment that begins where training did
 * @param bound its bound curve
 * @param settings what that curve was fitted with
 * @returns an end is open where the search ends first; null without a region of the curve, or without noise
 */
export function jitterStiffness(fits: FitSet, bound: Fit, settings: DynamicsSettings): Interval | null {
  const before = KNOWN.get(bound);
  if (before !== undefined) return before;
  const found = profiled(fits, bound, settings);
  KNOWN.set(bound, found);
  return found;
}

function profiled(fits: FitSet, bound: Fit, settings: DynamicsSettings): Interval | null {
  if (bound.region === null || bound.effectiveN === null) return null;
  const known = bound.intervals['stiffness'];
  const best = Math.log(bound.constants['stiffness']);
  const profile = profileOf(fits, bound, bound.region.curve, departures(fits.sample, settings));
  const threshold = studentQuantile(bound.effectiveN - 3) ** 2;
  const {
    lower: [lowest],
    upper: [highest],
  } = bound.region.curve.box(fits.sample.window);
  const step = stepOf(known);
  const points = [
    ...walked(profile, best, -step, lowest, threshold).reverse(),
    { at: best, deviance: profile(best) },
    ...walked(profile, best, step, highest, threshold),
  ];
  return endsOf(points, threshold);
}

/** From the best ln k in steps to a limit, or until nothing more is to be found. */
function walked(
  profile: (logK: number) => number,
  best: number,
  step: number,
  limit: number,
  threshold: number,
): Point[] {
  const points: Point[] = [];
  let least = profile(best);
  for (let at = best + step; Math.sign(step) * (limit - at) > 0; at += step) {
    const deviance = profile(at);
    points.push({ at, deviance });
    least = Math.min(least, deviance);
    if (deviance > least + threshold + HOPELESS) break;
  }
  return points;
}

interface Point {
  /** ln k. */
  readonly at: number;
  readonly deviance: number;
}

function stepOf([low, high]: Interval): number {
  const width = low === null || high === null || low <= 0 ? Infinity : Math.log(high / low);
  return Math.max(NARROWEST_STEP, Math.min(WIDEST_STEP, width / 8));
}

/** The deviance at ln k, the least over jitters and both kinds of sampling noise. */
function profileOf(
  { sample }: FitSet,
  bound: Fit,
  curve: Curve,
  departuresOver: ReturnType<typeof departures>,
): (logK: number) => number {
  const { times, y: rewards, mean, scale } = sample;
  const { R0, plateau, stiffness } = bound.constants;
  const gapAt = (logK: number): Float64Array => {
    const gap = new Float64Array(rewards.length);
    curve.fill(times, [logK], gap, null);
    return gap;
  };
  const levels = gapAt(Math.log(stiffness)).map((gap) => plateau + (R0 - plateau) * gap);
  const isShare = [...levels, ...rewards.map((y) => mean + scale * y)].every(
    (r) => r >= -ROUNDING && r <= 1 + ROUNDING,
  );
  const shares = levels.map((r) => Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, r)));
  const noises = [levels.map(() => 1), ...(isShare ? [shares.map((r) => r * (1 - r))] : [])];
  return (logK) => {
    const gap = gapAt(logK);
    const decay = curve.derived([logK]).timescale ?? Infinity;
    const { kept, added } = departuresOver(decay);
    const deviances = noises.flatMap((variances) =>
      JITTERS.map((jitter) => jitterDeviance({ rewards, gap, kept, added, variances }, jitter)),
    );
    return deviances.reduce((a, b) => Math.min(a, b));
  };
}

/** Where the deviance crosses the threshold; its root is close to straight there. */
function endsOf(points: readonly Point[], threshold: number): Interval {
  const least = points.reduce((a, b) => Math.min(a, b.deviance), Infinity);
  const root = ({ deviance }: Point): number => Math.sqrt(deviance - least);
  const first = points.findIndex(({ deviance }) => deviance <= least + threshold);
  const last = points.findLastIndex(({ deviance }) => deviance <= least + threshold);
  const crossing = (inside: Point, outside: Point | undefined): number | null => {
    if (outside === undefined) return null;
    const part = (Math.sqrt(threshold) - root(inside)) / (root(outside) - root(inside));
    return Math.exp(inside.at + part * (outside.at - inside.at));
  };
  return [
    crossing(points[first], first === 0 ? undefined : points[first - 1]),
    crossing(points[last], points.at(last + 1)),
  ];
}
