import { noiseOf, smoothed, type Noise } from '../dynamics/movingNoise';
import type { FitSet } from '../dynamics/fit';
import type { RegimeAssessment } from '../dynamics/regime';
import { observationsOf, type FreshRows } from '../dynamics/observed';
import type { Segmentation } from '../dynamics/segments/segmentRun';
import { findForwardFill } from '../run/forwardFill';
import type { MetricName } from '../run/metricName';
import type { Run, Series } from '../run/run';
import { DIAGNOSIS } from './constants';
import { meanOf, rangeOf } from './signal';
import { stackOf, type Stack } from './stackOf';

/** A column of the log, ready to be judged: its observations, without rows that only repeat the last evaluation. */
export interface Column {
  /** The log's own key. */
  readonly key: string;
  readonly steps: Float64Array;
  readonly values: Float64Array;
  readonly noise: Noise;
}

/** Everything the four files judge from. */
export interface Evidences {
  readonly run: Run;
  readonly fits: FitSet;
  readonly assessment: RegimeAssessment;
  /** How the run falls into segments, and what cuts it: a collapse is judged there, once. */
  readonly segmentation: Segmentation;
  /** First step of the segment that was fitted. */
  readonly fittedFrom: number;
  readonly stack: Stack;
  readonly reward: Column;
  /** The reward's moving level, a twentieth of the rows wide. */
  readonly level: Float64Array;
  /** The reward's highest possible value, where its range says so. */
  readonly ceiling: number | null;
  readonly column: (name: MetricName) => Column | null;
  readonly components: readonly Column[];
  readonly setting: (name: string) => number | null;
}

/**
 * Puts a run's columns side by side. Constant ones are among them: all groups dead says much, a constant held-out score or
 * entropy counts as not logged where it is judged (models.md: it is unavailable, not healthy; `isInformative`).
 */
export function evidencesOf(
  run: Run,
  fits: FitSet,
  assessment: RegimeAssessment,
  segmentation: Segmentation,
): Evidences {
  const reward = columnOf(run.metrics.get('reward') ?? 'reward', run.reward, run.fresh);
  const column = (name: MetricName): Column | null => {
    const series = run.series.get(name);
    if (series === undefined) return null;
    const { fresh = null } = findForwardFill(series.values) ?? {};
    return columnOf(run.metrics.get(name) ?? name, series, fresh);
  };
  const [low, high] = rangeOf(reward.values);
  return {
    run,
    fits,
    assessment,
    segmentation,
    fittedFrom: run.reward.steps[segmentation.segments[segmentation.fitted].from],
    stack: stackOf(run),
    reward,
    level: smoothed(reward.values, Math.max(3, Math.round(reward.values.length / 20))),
    ceiling: low >= 0 && high <= DIAGNOSIS.unitCeiling ? DIAGNOSIS.unitCeiling : null,
    column,
    components: [...run.series.keys()]
      .filter((name) => name.startsWith('rewards.'))
      .flatMap((name) => column(name) ?? []),
    setting: (name) => {
      const value = run.config.get(name)?.value;
      return typeof value === 'number' ? value : null;
    },
  };
}

function columnOf(key: string, series: Series, fresh: FreshRows): Column {
  const values = observationsOf(series.values, fresh);
  return { key, steps: observationsOf(series.steps, fresh), values, noise: noiseOf(values) };
}

/** How many rows a share of the column is, at least three (or all there are). */
export function rowsIn(column: Column, share: number): number {
  return Math.min(column.values.length, Math.max(3, Math.round(share * column.values.length)));
}

/** Mean of the last rows. */
export function atEnd(column: Column, share: number = DIAGNOSIS.endShare): number {
  return meanOf(column.values, column.values.length - rowsIn(column, share));
}

/** Mean of the first rows. */
export function atStart(column: Column, share: number = DIAGNOSIS.startShare): number {
  return meanOf(column.values, 0, rowsIn(column, share));
}

/** Mean of the rows between two steps (both included); NaN where there are none. */
export function between(column: Column, from: number, to: number): number {
  const first = column.steps.findIndex((step) => step >= from);
  const last = column.steps.findLastIndex((step) => step <= to);
  return first < 0 || last < first ? NaN : meanOf(column.values, first, last + 1);
}

/** Whether a column carries information: enough rows, and not one value throughout. */
export function isInformative(column: Column | null): column is Column {
  return (
    column !== null && column.values.length > 2 && column.values.some((value) => value !== column.values[0])
  );
}
