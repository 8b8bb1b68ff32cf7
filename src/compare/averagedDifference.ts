import { LEVEL, POWER, type Difference, type Gap, type OneSided } from './difference';
import { studentPoint, studentTail } from './tailProbability';

/** A difference under one reading of both runs, and how much that reading is believed. */
export interface WeightedGap {
  readonly gap: Gap;
  /** Above 0; only ratios count. */
  readonly weight: number;
}

/** Doublings of a bracket, and halvings of it, before an end is taken as found. */
const WIDENINGS = 60;
const HALVINGS = 100;

/**
 * One difference out of several readings: the tail areas of all are averaged with their weights, and the interval's ends are where
 * the average is 2.5 % (MATA: Turek & Fletcher, Computational Statistics & Data Analysis 56, 2012). A reading that leaves
 * a side open has half its weight in either tail there: readings that are believed to 5 % or more together leave it open.
 * Interval and p value agree; of one reading it is `differenceOf`.
 *
 * @param gaps the difference under each reading, at least one
 * @returns the averaged difference
 */
export function averagedDifference(gaps: readonly WeightedGap[]): Difference {
  const total = gaps.reduce((sum, { weight }) => sum + weight, 0);
  const parts = gaps.map(({ gap, weight }) => ({ gap, weight: weight / total }));
  const value = parts.reduce((sum, { gap, weight }) => sum + weight * gap.value, 0);
  const low = (at: number): number =>
    mean(parts, ({ value: middle, down, up }) => below(at, middle, down, up));
  const high = (at: number): number =>
    mean(parts, ({ value: middle, down, up }) => below(-at, -middle, up, down));
  return {
    value,
    interval: [rootOf(low, value, -1), rootOf(high, value, 1)],
    p: Math.min(1, 2 * Math.min(low(0), high(0))),
    detectable: detectableBy(parts),
  };
}

function mean(parts: readonly WeightedGap[], of: (gap: Gap) => number): number {
  return parts.reduce((sum, { gap, weight }) => sum + weight * of(gap), 0);
}

/** Chance, as Student has it, of a difference this large or larger were the true one `at`. */
function below(at: number, value: number, down: OneSided, up: OneSided): number {
  if (at === value) return 0.5;
  return at < value
    ? tail((value - at) / down.error, down.degrees)
    : 1 - tail((at - value) / up.error, up.degrees);
}

/** One-sided, of t ≥ 0. */
function tail(t: number, degrees: number): number {
  return studentTail(t, degrees) / 2;
}

/** Where the averaged tail has shrunk to 2.5 %, going this way from the middle; null where it never does. */
function rootOf(area: (at: number) => number, middle: number, way: 1 | -1): number | null {
  const isOutside = (distance: number): boolean => area(middle + way * distance) < LEVEL / 2;
  const distance = crossing(isOutside, Math.max(Math.abs(middle), 1e-6));
  return distance === null ? null : middle + way * distance;
}

/** The distance from which on something holds; null where it does not within reach. */
function crossing(holds: (distance: number) => boolean, first: number): number | null {
  let far = first;
  for (let i = 0; !holds(far); i++) {
    if (i === WIDENINGS) return null;
    far *= 2;
  }
  let near = 0;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    if (holds(middle)) far = middle;
    else near = middle;
  }
  return far;
}

/** As `differenceOf` has it: how far from 0 all readings must lie together, and how far from there for four times in five. */
function detectableBy(parts: readonly WeightedGap[]): number | null {
  const even = parts.map(({ gap: { down, up }, weight }) => ({
    error: (down.error + up.error) / 2,
    degrees: Math.min(down.degrees, up.degrees),
    weight,
  }));
  const area = (at: number): number =>
    even.reduce(
      (sum, { error, degrees, weight }) => sum + weight * (at === 0 ? 0.5 : tail(at / error, degrees)),
      0,
    );
  const known = even.filter(({ error }) => Number.isFinite(error));
  const share = known.reduce((sum, { weight }) => sum + weight, 0);
  if (share === 0) return null;
  const threshold = crossing((at) => area(at) < LEVEL / 2, 1e-6);
  const reserve = known.reduce(
    (sum, { error, degrees, weight }) =>
      sum + (weight / share) * studentPoint(2 * (1 - POWER), degrees) * error,
    0,
  );
  return threshold === null ? null : threshold + reserve;
}
