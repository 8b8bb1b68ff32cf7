import type { Interval } from '../fit';
import type { CurveLags } from './curveLags';
import type { FitRegion } from './fitIntervals';
import { roomForEnds, solveEnds, type NoisyEnds } from './noisyEnds';
import { closeInterval, emptyExtent, widen } from './openInterval';
import type { RegionCell } from './shapeRegion';

/** A quantity that is linear in level and amplitude at a given shape: its two weights there. */
export type LinearQuantity = (cell: CurveLags) => readonly [level: number, amplitude: number];

/** The values a quantity may take at one shape, over all noise models that are allowed there. */
interface Reach {
  low: number;
  high: number;
}

/** Steps, in shares of the lattice's, by which an end is pushed out from the outermost cell. */
const STEPS = [0.5, 0.25];

/**
 * Intervals of quantities that are linear in level and amplitude: at each shape and noise model the allowed values are
 * an exact interval, and the answer is their union. From the outermost cell of the lattice each end is pushed on between
 * the cells, as far as it goes.
 *
 * @param region the confidence region
 * @param quantities what is asked
 * @param estimates their least-squares values, in the same order
 * @returns intervals, in the same order
 */
export function linearIntervals(
  region: FitRegion,
  quantities: readonly LinearQuantity[],
  estimates: readonly number[],
): Interval[] {
  const cells = [...region.cells.values()].filter((cell) => isInside(region, cell));
  const known = new Map(
    cells.map((cell) => [cell.shape.join(), reachesOf(region, cell.content, quantities)]),
  );
  const reachAt = (shape: readonly number[], k: number): Reach | null => {
    const key = shape.join();
    const before = known.get(key);
    if (before !== undefined) return before.at(k) ?? null;
    const cell = region.judge(shape);
    const reaches = isInside(region, cell) ? reachesOf(region, cell.content, quantities) : [];
    known.set(key, reaches);
    return reaches.at(k) ?? null;
  };
  return quantities.map((_, k) => {
    const extent = emptyExtent();
    for (const cell of cells) {
      const reach = reachAt(cell.shape, k);
      if (reach !== null) widen(extent, reach.low, reach.high, cell.open);
    }
    const high = pushed(region, cells, (shape) => reachAt(shape, k)?.high ?? -Infinity);
    const low = -pushed(region, cells, (shape) => -(reachAt(shape, k)?.low ?? Infinity));
    if (low <= high) widen(extent, low, high, false);
    return closeInterval(extent, estimates[k]);
  });
}

function isInside(region: FitRegion, { deviance }: { readonly deviance: number }): boolean {
  return deviance <= region.least + region.threshold;
}

/** The largest value near the outermost closed cell: pattern search along the lattice's axes, inside the box. */
function pushed(
  { axes, box }: FitRegion,
  cells: readonly RegionCell<CurveLags>[],
  value: (shape: readonly number[]) => number,
): number {
  let best = { value: -Infinity, shape: [] as readonly number[] };
  const consider = (shape: readonly number[]): void => {
    const reached = value(shape);
    if (reached > best.value) best = { value: reached, shape };
  };
  for (const cell of cells) if (!cell.open) consider(cell.shape);
  for (const step of STEPS) {
    const centre = best.shape;
    for (const axis of axes)
      for (const way of [-step, step]) {
        const shape = centre.map((x, k) => x + way * axis[k]);
        const inBox = shape.every((x, k) => x >= box.lower[k] && x <= box.upper[k]);
        if (shape.length > 0 && inBox) consider(shape);
      }
  }
  return best.value;
}

function reachesOf(region: FitRegion, content: CurveLags, quantities: readonly LinearQuantity[]): Reach[] {
  const ends = roomForEnds();
  const weights = quantities.map((quantity) => quantity(content));
  const reaches = quantities.map(() => ({ low: Infinity, high: -Infinity }));
  for (const { model, average, rewards } of region.noise) {
    solveEnds(model, rewards, content.sums[average], ends);
    const allowed = Math.exp((region.least + region.threshold - model.penalty) / region.degrees);
    const room = allowed - ends.squares;
    if (!(room > 0)) continue;
    for (let k = 0; k < weights.length; k++) {
      const [level, amplitude] = weights[k];
      const middle = level * ends.level + amplitude * ends.amplitude;
      const half = Math.sqrt(room * varianceOf(ends, level, amplitude));
      if (middle - half < reaches[k].low) reaches[k].low = middle - half;
      if (middle + half > reaches[k].high) reaches[k].high = middle + half;
    }
  }
  return reaches;
}

function varianceOf(ends: NoisyEnds, level: number, amplitude: number): number {
  if (amplitude === 0) return level * level * ends.levelVariance;
  return Math.max(
    0,
    level * level * ends.levelVariance +
      2 * level * amplitude * ends.covariance +
      amplitude * amplitude * ends.amplitudeVariance,
  );
}
