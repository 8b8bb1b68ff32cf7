import type { AutocorrelatedFit } from './autocorrelatedFit';
import type { Curve, Ends } from './curves/curve';
import { trackReader } from './curveTrack';
import type { Derived, ShapeQuantity } from './derived';
import { effectiveN } from './effectiveN';
import type { Estimate } from './estimate';
import type { Fit, Interval } from './fit';
import { fitRegion, shapeIntervals, type FitRegion } from './intervals/fitIntervals';
import type { SampleLags } from './intervals/curveLags';
import { linearIntervals, type LinearQuantity } from './intervals/linearIntervals';
import type { Sample } from './sample';
import type { Found } from './searchCurve';
import { timesOf } from './times';

/** Fewer points than this say nothing about the noise, and so nothing about intervals. */
const FEWEST_POINTS = 20;
/** Residuals below this share of the variation are rounding: the constants are then exact. */
const EXACT = 1e-13;

/** Bounded on neither side. */
const OPEN: Interval = [null, null];

/** The part of a fit that is estimates: constants, what follows from them, and the intervals of both. */
export type FitEstimates = Pick<
  Fit,
  'constants' | 'intervals' | 'derived' | 'effectiveN' | 'track' | 'region'
>;

/**
 * Constants and derived quantities of a fitted curve with their 95 % intervals, in reward units and logged steps.
 *
 * @param curve the curve
 * @param sample all points
 * @param lags the sample's lag sums; null for best values only
 * @param found its least-squares fit
 * @param best its autocorrelated fit
 * @returns estimates; intervals are missing below 20 points
 */
export function fitEstimates(
  curve: Curve,
  sample: Sample,
  lags: SampleLags | null,
  found: Found,
  best: AutocorrelatedFit,
): FitEstimates {
  const point = pointOf(curve, sample, found);
  const n = sample.y.length;
  const exact = found.sse <= EXACT * found.total;
  const fitted = { curve, shape: found.shape, ends: found.ends };
  if (n < FEWEST_POINTS || exact || lags === null) {
    const degenerate = (value: number): Interval | null =>
      exact && n >= FEWEST_POINTS && lags !== null ? [value, value] : null;
    return {
      ...assemble(curve, found.shape, point, sample, (value) => degenerate(value)),
      effectiveN: exact ? null : effectiveN(best.rho, n, curve.shapes + 2),
      region: null,
      track: trackReader(fitted, sample, exact && lags !== null && n >= FEWEST_POINTS ? 'exact' : null),
    };
  }
  const region = fitRegion(curve, sample, lags, found.problem, best, found.others);
  const bounded = region.cells === null ? null : region;
  const intervals = bounded === null ? null : intervalsOf(bounded, found.shape, point);
  const bounds = (name: string): Interval | null =>
    intervals === null ? OPEN : (intervals.get(name) ?? null);
  return {
    ...assemble(curve, found.shape, point, sample, (_value, name) => bounds(name)),
    effectiveN: region.effectiveN,
    region: bounded,
    track: trackReader(fitted, sample, bounded),
  };
}

/** The fitted curve in the sample's scaled units. */
interface Point extends Ends {
  readonly now: number;
  readonly remainingGain: number;
  readonly progress: number;
}

function pointOf(curve: Curve, { window }: Sample, { shape, ends }: Found): Point {
  const phi = new Float64Array(1);
  const offset = curve.fill(timesOf(Float64Array.of(window.span)), shape, phi, null);
  const gap = ends.plateau - ends.R0;
  const remains = phi[0] + offset;
  return {
    ...ends,
    now: offset === 1 ? ends.R0 - gap * phi[0] : ends.plateau - gap * phi[0],
    remainingGain: gap * remains,
    progress: 1 - remains,
  };
}

const LINEAR: readonly (readonly [keyof Point, LinearQuantity])[] = [
  ['R0', ({ offset }) => [1, 1 - offset]],
  ['plateau', ({ offset }) => [1, -offset]],
  ['now', ({ last }) => [1, last]],
  ['remainingGain', ({ offset, last }) => [0, -offset - last]],
];

/** Intervals by name, in the sample's scaled units. */
function intervalsOf(region: FitRegion, shape: readonly number[], point: Point): Map<string, Interval> {
  const linear = linearIntervals(
    region,
    LINEAR.map(([, quantity]) => quantity),
    LINEAR.map(([name]) => point[name]),
  );
  const { curve } = region;
  const progress = progressOf(curve, region.span);
  const read = (s: readonly number[]): Record<string, number> => ({
    ...underConstants(shapeConstants(curve, s)),
    ...curve.derived(s),
    progress: progress(s),
  });
  return new Map([
    ...LINEAR.map(([name], k) => [name, linear[k]] as const),
    ...shapeIntervals(region, read, read(shape)),
  ]);
}

/** A constant and a derived quantity may share a name (the stiffness, per optimizer and per logged step). */
const CONSTANT = 'constant ';

function underConstants(named: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [CONSTANT + name, value]));
}

/** Share of the rise covered by the last step, as a function of the shape. */
function progressOf(curve: Curve, span: number): (shape: readonly number[]) => number {
  const last = timesOf(Float64Array.of(span));
  const phi = new Float64Array(1);
  return (shape) => {
    const offset = curve.fill(last, shape, phi, null);
    return 1 - offset - phi[0];
  };
}

/** The constants that are not ends. */
function shapeConstants(curve: Curve, shape: readonly number[]): Record<string, number> {
  const named: Record<string, number> = { ...curve.constants({ R0: 0, plateau: 0 }, shape) };
  delete named['R0'];
  delete named['plateau'];
  return named;
}

type IntervalOf = (value: number, name: string) => Interval | null;

/** Put estimates together in reward units. */
function assemble(
  curve: Curve,
  shape: readonly number[],
  point: Point,
  { mean, scale }: Sample,
  interval: IntervalOf,
): Omit<FitEstimates, 'effectiveN' | 'track' | 'region'> {
  const level = (name: 'R0' | 'plateau' | 'now'): Estimate =>
    estimate(point[name], interval(point[name], name), (value) => mean + scale * value);
  const asIs = (values: Readonly<Record<string, number>>, prefix = ''): Record<string, Estimate> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, estimate(value, interval(value, prefix + name))]),
    );
  const constants = {
    R0: level('R0'),
    plateau: level('plateau'),
    ...asIs(shapeConstants(curve, shape), CONSTANT),
  };
  const { remainingGain } = point;
  const ofShape: Partial<Record<ShapeQuantity, Estimate>> = asIs(curve.derived(shape));
  return {
    constants: Object.fromEntries(Object.entries(constants).map(([name, { value }]) => [name, value])),
    intervals: Object.fromEntries(
      Object.entries(constants).flatMap(([name, { interval: range }]) =>
        range === null ? [] : [[name, range]],
      ),
    ),
    derived: {
      now: level('now'),
      remainingGain: estimate(
        remainingGain,
        interval(remainingGain, 'remainingGain'),
        (value) => scale * value,
      ),
      progress: estimate(point.progress, interval(point.progress, 'progress')),
      ...ofShape,
    } satisfies Derived,
  };
}

function estimate(value: number, range: Interval | null, unit = (x: number): number => x): Estimate {
  if (range === null) return { value: unit(value), interval: null };
  const [low, high] = range;
  return {
    value: unit(value),
    interval: [low === null ? null : unit(low), high === null ? null : unit(high)],
  };
}
