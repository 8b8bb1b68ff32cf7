import type { Times } from '../times';
import { plannedPath, type PlannedPath } from './plannedPath';
import { recursionPlan, type RecursionPlan, type SegmentSettings } from './recursionPlan';

/** Where a time lies on a plan: behind which mark, and how far to the next (0 … 1). */
interface Places {
  readonly run: (stiffness: number) => PlannedPath;
  readonly mark: Int32Array;
  readonly part: Float64Array;
}

/** The path of the bound curve over one segment. */
export interface BoundPath {
  /** The gap at each time into `gap`, its slope in ln k into `slope`; a straight line between marks. */
  readonly fill: (times: Times, stiffness: number, gap: Float64Array, slope: Float64Array | null) => void;
  /** The marks of the segment, optimizer steps since its first row. */
  readonly marks: Int32Array;
  /** The whole path at the marks; overwritten by the next. */
  readonly run: (stiffness: number) => PlannedPath;
}

/**
 * The exact recursion along a segment, prepared for many values of the stiffness. Times beyond the segment get a plan of
 * their own, the last learning rate held.
 *
 * @param rows logged steps since the segment's first row
 * @param settings the segment's settings
 * @returns its path
 */
export function boundPath(rows: Float64Array, settings: SegmentSettings): BoundPath {
  const plan = recursionPlan(rows, settings);
  const run = plannedPath(plan);
  const known = new WeakMap<Times, Places>();
  const placesOf = (times: Times): Places => {
    const before = known.get(times);
    if (before !== undefined) return before;
    const inside = times.t[times.t.length - 1] * settings.perStep <= plan.marks[plan.marks.length - 1];
    const own = inside ? plan : recursionPlan(times.t, settings);
    const made = { run: inside ? run : plannedPath(own), ...place(own, times.t, settings.perStep) };
    known.set(times, made);
    return made;
  };
  const fill: BoundPath['fill'] = (times, stiffness, gap, slope) => {
    const { run: runOwn, mark, part } = placesOf(times);
    const path = runOwn(stiffness);
    read(path.gap, mark, part, gap);
    if (slope !== null) read(path.slope, mark, part, slope);
  };
  return { fill, marks: plan.marks, run };
}

function place({ marks }: RecursionPlan, t: Float64Array, perStep: number): Omit<Places, 'run'> {
  const mark = new Int32Array(t.length);
  let at = 0;
  const part = t.map((time, i) => {
    const step = time * perStep;
    while (at + 2 < marks.length && marks[at + 1] <= step) at++;
    mark[i] = at;
    return (step - marks[at]) / (marks[at + 1] - marks[at]);
  });
  return { mark, part };
}

function read(from: Float64Array, mark: Int32Array, part: Float64Array, to: Float64Array): void {
  for (let i = 0; i < mark.length; i++) {
    const a = from[mark[i]];
    const share = part[i];
    to[i] = share === 0 ? a : share === 1 ? from[mark[i] + 1] : a + share * (from[mark[i] + 1] - a);
  }
}
