import type { Series } from '../run/run';
import { runningMeans, scatterOf, tenthOf } from './levels';

/** A reward that rose and fell again: where it peaked, and where it is now (means over a tenth of the rows). */
export interface Collapse {
  readonly peakStep: number;
  readonly peak: number;
  readonly now: number;
  /** False where the fall took more than a third of the run: the reward slipped, it did not break. */
  readonly isSudden: boolean;
  /** True while the last tenth is still well below the tenth before it. */
  readonly stillFalling: boolean;
}

/** A run falls back by at least half of what it had gained before it counts as collapsed. */
const LOST_SHARE = 0.5;
/** … and by more than chance would: in standard errors of a difference of two means. */
const STANDARD_ERRORS = 5;
/** A fall that takes a larger share of the rows than this is a slow one. */
const SUDDEN = 1 / 3;
/** Fewer rows than this have no tenth to average. */
const FEWEST_ROWS = 30;

/**
 * Whether the reward rose and then lost at least half of the gain, judged from means over a tenth of the rows so
 * that single rows do not count. One curve through rise and fall means nothing, so the constants are withheld then.
 */
export function findCollapse({ steps, values }: Series): Collapse | null {
  const n = values.length;
  if (n < FEWEST_ROWS) return null;
  const width = tenthOf(n);
  const means = runningMeans(values, width);
  const top = indexOfMost(means);
  const peak = means[top];
  const lowBefore = means.subarray(0, top + 1).reduce((low, mean) => Math.min(low, mean));
  const now = means[means.length - 1];
  const error = STANDARD_ERRORS * scatterOf(values) * Math.sqrt(2 / width);
  const gained = peak - lowBefore;
  const lost = peak - now;
  if (gained <= error || lost <= error || lost < LOST_SHARE * gained) return null;
  const before = means[Math.max(top, means.length - 1 - width)];
  const fallBegins = means.findLastIndex((mean) => mean >= peak - 0.1 * lost);
  const fallEnds = means.findIndex((mean, i) => i > fallBegins && mean <= peak - 0.9 * lost);
  return {
    isSudden: fallEnds - fallBegins <= SUDDEN * n,
    peakStep: steps[top + Math.floor(width / 2)],
    peak,
    now,
    stillFalling: before - now > Math.max(error, 0.2 * lost),
  };
}

function indexOfMost(values: Float64Array): number {
  return values.reduce((top, value, i) => (value > values[top] ? i : top), 0);
}
