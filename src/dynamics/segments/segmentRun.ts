import type { Run, Series } from '../../run/run';
import type { Collapse } from './collapse';
import type { Cut } from './cut';
import { findCuts } from './findCuts';
import { testimonyOn, type Told } from './testimony';

/** Rows of a run that one curve may describe. */
export interface Segment {
  /** First row, and the row after the last. */
  readonly from: number;
  readonly to: number;
  /** What cuts it off from the rows before it; null for the run's first. */
  readonly cut: Cut | null;
}

/** How a run falls into segments, and which one is fitted. */
export interface Segmentation {
  /** In the order of their rows, without gaps. */
  readonly segments: readonly Segment[];
  /** Index of the one that is fitted. */
  readonly fitted: number;
  /** The fall that ends the run; null where there is none, or where other data explain it. */
  readonly collapse: Collapse | null;
  /** A fall that would be a collapse, were the data not other data. */
  readonly otherData: Collapse | null;
  /** First rows after resumes that the fit goes across. */
  readonly joined: readonly number[];
  /**
   * Whether the fitted segment begins where training began: not a later segment, nor a log whose first step lies more
   * than 5 median strides from 0 (theory.md §4). Otherwise the slope at its first row is anything.
   */
  readonly startIsKnown: boolean;
}

/** A log that starts later than this many median strides has no known start. */
const LATE_STRIDES = 5;
/** Fewer rows cannot be fitted (contract 2), so a change that recent leaves the segment before it to be read. */
const FEWEST_ROWS = 20;

/**
 * Cut a run into segments and choose the one to be fitted: the last, which holds the present, where it is long enough;
 * before a collapse the one that ends at the fall.
 *
 * @param run the run
 * @returns its segments; a run without cuts is one
 */
export function segmentRun(run: Told & Pick<Run, 'marks'>): Segmentation {
  const { reward, marks } = run;
  const { steps, values } = reward;
  const resumed = marks
    .filter(({ kind }) => kind === 'resume')
    .map(({ step }) => steps.findIndex((at) => at >= step))
    .filter((row) => row > 0);
  const resumes = [...new Set(resumed)].sort((a, b) => a - b);
  const found = findCuts(reward, resumes, (fall) => testimonyOn(run, fall).weight < 0);
  const { cuts, collapse, otherData, joined } = found;
  const starts = [0, ...cuts.map(({ row }) => row)];
  const segments = starts.map((from, i) => ({
    from,
    to: starts.at(i + 1) ?? values.length,
    cut: i === 0 ? null : cuts[i - 1],
  }));
  const fitted = chosen(segments, collapse !== null);
  const startIsKnown = fitted === 0 && !startsLate(steps);
  return { segments, fitted, collapse, otherData, joined, startIsKnown };
}

/**
 * A run that nothing cuts: one segment, all rows.
 *
 * @param run the run
 * @returns it as one segment
 */
export function oneSegment({ reward: { steps } }: Pick<Run, 'reward'>): Segmentation {
  return {
    segments: [{ from: 0, to: steps.length, cut: null }],
    fitted: 0,
    collapse: null,
    otherData: null,
    joined: [],
    startIsKnown: !startsLate(steps),
  };
}

/**
 * The rows of a series that belong to a segment.
 *
 * @param series a series with a row for each row of the reward
 * @param segment the segment
 * @returns views of its rows; nothing is copied
 */
export function rowsOf(series: Series, { from, to }: Segment): Series {
  return {
    steps: series.steps.subarray(from, to),
    values: series.values.subarray(from, to),
    lines: series.lines?.subarray(from, to) ?? null,
    columns: series.columns?.subarray(from, to) ?? null,
  };
}

function chosen(segments: readonly Segment[], isCollapsed: boolean): number {
  const last = Math.max(0, segments.length - (isCollapsed ? 2 : 1));
  const { from, to } = segments[last];
  return last > 0 && to - from < FEWEST_ROWS ? last - 1 : last;
}

function startsLate(steps: Float64Array): boolean {
  if (steps.length < 2) return false;
  const strides = steps
    .subarray(1)
    .map((step, i) => step - steps[i])
    .sort();
  return steps[0] > LATE_STRIDES * strides[strides.length >> 1];
}
