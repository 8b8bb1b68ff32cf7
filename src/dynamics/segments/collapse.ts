import type { Series } from '../../run/run';
import { runningMeans, tenthOf } from '../means';
import { median } from '../movingNoise';
import { blocksOf, type SmoothShape } from './blocks';
import { floorDrop } from './floorDrop';
import { riseAndFall } from './riseAndFall';

/** A reward that rose and fell again: where it peaked, and where it is now (means over a tenth of the rows). */
export interface Collapse {
  readonly peakStep: number;
  readonly peak: number;
  readonly now: number;
  /** Row at which the fall begins: the curve describes those before it. */
  readonly fallsFrom: number;
  /** False where the fall took more than a third of the run: the reward slipped, it did not break. */
  readonly isSudden: boolean;
  /** True while the last tenth is still well below the tenth before it. */
  readonly stillFalling: boolean;
  /** Row from which the reward is its lowest, the same in every row to the end; null where it is not. */
  readonly floorFrom: number | null;
}

/** A run falls back by at least half of what it had gained before it counts as collapsed. */
export const LOST_SHARE = 0.5;
/** … and by more than chance would: the fall, in autocorrelated standard errors of a difference of two means … */
export const LOST_ERRORS = 3;
/** … and the rise before it, whose curvature the two straight lines count as noise. */
const GAINED_ERRORS = 2;
/** BIC by which a shape that turns must lead: more than between curves, as a false alarm stops a good run. */
const LEAD = 10;
/** A fall that takes a larger share of the rows than this is a slow one. */
const SUDDEN = 1 / 3;
/** Fewer rows than this have no tenth to average. */
const FEWEST_ROWS = 30;

/**
 * Whether the reward rose and then lost at least half of the gain, judged from means over a tenth of the rows so
 * that single rows do not count. The highest of many windows is high by selection, and autocorrelated noise wanders:
 * so a shape that turns must beat a constant, a line and the curves decisively as a model of the whole log.
 * One curve through rise and fall means nothing, so it describes the rows before the fall. A ringing with at least one
 * full swing in view that does better is no collapse.
 *
 * @param series the reward
 * @param shapes the fitted curves over its blocks
 * @returns peak and fall; null where there is none
 */
export function findCollapse(
  series: Pick<Series, 'steps' | 'values'>,
  shapes: readonly SmoothShape[],
): Collapse | null {
  const { steps, values } = series;
  const n = values.length;
  if (n < FEWEST_ROWS) return null;
  const width = tenthOf(n);
  const means = runningMeans(values, width);
  const top = indexOfMost(means);
  const peak = means[top];
  const lowBefore = means.subarray(0, top + 1).reduce((low, mean) => Math.min(low, mean));
  const now = means[means.length - 1];
  const gained = peak - lowBefore;
  const lost = peak - now;
  if (!(gained > 0 && lost > 0) || lost < LOST_SHARE * gained) return null;
  // A reward that is paid now and then has a peak of a few rows: the rest of it is where the run is now.
  if (!(median(values.subarray(top, top + width)) > now)) return null;
  const { lead, leadOverRinging, errorOfMean } = riseAndFall(blocksOf(series), shapes);
  const error = Math.SQRT2 * errorOfMean(width);
  if (
    !(lead >= LEAD && leadOverRinging >= 0) ||
    gained <= GAINED_ERRORS * error ||
    lost <= LOST_ERRORS * error
  )
    return null;
  const before = means[Math.max(top, means.length - 1 - width)];
  const fallBegins = means.findLastIndex((mean) => mean >= peak - 0.1 * lost);
  const fallEnds = means.findIndex((mean, i) => i > fallBegins && mean <= peak - 0.9 * lost);
  return {
    fallsFrom: sharpestDrop(values, fallBegins, Math.min(n, fallEnds + width), width),
    isSudden: fallEnds - fallBegins <= SUDDEN * n,
    peakStep: steps[top + Math.floor(width / 2)],
    peak,
    now,
    stillFalling: before - now > Math.max(LOST_ERRORS * error, 0.2 * lost),
    floorFrom: floorDrop(series),
  };
}

/**
 * A drop that was found as a step of the level and left the run below all it had before: it needs no rise before it to be
 * a collapse. A step to harder data, from which the run learns again or that keeps some of the gain, is none.
 *
 * @param points the reward
 * @param row first row after the drop
 * @returns the collapse; null where the run is still above its lowest level before
 */
export function lastingDrop(series: Pick<Series, 'steps' | 'values'>, row: number): Collapse | null {
  const { values } = series;
  const width = Math.min(tenthOf(values.length), row, values.length - row);
  const before = runningMeans(values.subarray(0, row), width);
  const after = runningMeans(values.subarray(row), width);
  const now = after[after.length - 1];
  if (now >= before.reduce((a, b) => Math.min(a, b))) return null;
  return droppedAt(series, row, before, width, now);
}

/**
 * A reward that ends on its floor: a collapse whatever the rest says, and on any number of rows.
 *
 * @param series the reward
 * @returns the collapse; null where the reward does not end so
 */
export function dropToFloor(series: Pick<Series, 'steps' | 'values'>): Collapse | null {
  const row = floorDrop(series);
  if (row === null) return null;
  const width = Math.min(tenthOf(series.values.length), row);
  return droppedAt(
    series,
    row,
    runningMeans(series.values.subarray(0, row), width),
    width,
    series.values[row],
  );
}

function droppedAt(
  series: Pick<Series, 'steps' | 'values'>,
  row: number,
  before: Float64Array,
  width: number,
  now: number,
): Collapse {
  const top = indexOfMost(before);
  const peakStep = series.steps[top + Math.floor(width / 2)];
  const floorFrom = floorDrop(series);
  return { peakStep, peak: before[top], now, fallsFrom: row, isSudden: true, stillFalling: false, floorFrom };
}

function indexOfMost(values: Float64Array): number {
  return values.reduce((top, value, i) => (value > values[top] ? i : top), 0);
}

/** Where a fall that lies between two rows begins: the best split into two levels, or the end of the peak if that is sooner. */
function sharpestDrop(values: Float64Array, from: number, to: number, width: number): number {
  const endOfPeak = from + Math.round(0.9 * width);
  let total = 0;
  for (let i = from; i < to; i++) total += values[i];
  let best = endOfPeak;
  let most = 0;
  let before = 0;
  for (let i = from + 1; i < to; i++) {
    before += values[i - 1];
    const [left, right] = [i - from, to - i];
    const drop = before / left - (total - before) / right;
    const explained = drop > 0 ? (drop * drop * left * right) / (left + right) : 0;
    if (explained > most) [most, best] = [explained, i];
  }
  return to - from <= 3 * width ? best : Math.min(best, endOfPeak);
}
