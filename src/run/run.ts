import type { LogFormat } from '../logs/logTable';
import type { MetricName } from './metricName';

/** What one logged step is: an optimizer update, a rollout batch (which holds K updates), or not known. */
export type StepUnit = 'update' | 'rollout' | 'unknown';

/** A value and where it came from: "log header", "--group-size", "TRL logs one row per update". */
export interface Sourced<T> {
  readonly value: T;
  /** Where it stands, in words for a person: translated, so nothing may be decided by it. */
  readonly from: string;
  /** What kind of place that is, where something hangs on it. */
  readonly kind?: OriginKind;
}

/**
 * The log's own header or a column of it; fixed by a trainer's code; the largest value a column holds; read off the name of
 * a run, file or folder.
 */
export type OriginKind = 'log' | 'fixed' | 'largest' | 'name';

/** A metric over the logged steps, after the step rule (theory.md §2): ascending, unique steps. */
export interface Series {
  readonly steps: Float64Array;
  readonly values: Float64Array;
  /** 1-based line of the (first) record behind each step; null for binaries. */
  readonly lines: Int32Array | null;
  /** 1-based column of that record, for one-line JSON; null where records start their line. */
  readonly columns: Int32Array | null;
}

/** The reward at every step, and how many of them each point of `Run.reward` is the mean of. */
export interface AllSteps {
  readonly steps: Float64Array;
  readonly values: Float64Array;
  readonly perMean: number;
}

/**
 * What a reader or the step rule left out, counted: nothing is dropped silently. Of a run's rows each is counted once:
 * rows = logged steps + noReward + nonFinite + noStep + averaged + replacedByResume (before `--until` cuts any off).
 */
export interface Dropped {
  /** Records of the whole file that could not be parsed, an unfinished last one included; they are no rows. */
  readonly malformed: number;
  /** Rows whose reward is NaN or infinite; those that no resume replaced are marks. */
  readonly nonFinite: number;
  /** Rows without a reward: evaluations, summaries, other metrics' rows. They still give those metrics. */
  readonly noReward: number;
  /** Rows with a finite reward and no step, in a log that has a step column. */
  readonly noStep: number;
  /** Of k consecutive rows with one step, k − 1: their rewards are averaged into one point. */
  readonly averaged: number;
  /** Rows at or after a step that a later row went back to. */
  readonly replacedByResume: number;
  /** Kept points that only repeat the last evaluation; a property of the points, not a loss of rows. */
  readonly forwardFilled: number;
}

/** A place in the run that is not a number: a non-finite reward, a resume. */
export interface RunMark {
  readonly kind: 'nonFinite' | 'resume';
  readonly step: number;
  readonly line: number | null;
}

/** A column that is NaN or infinite somewhere. */
export interface BrokenMetric {
  readonly metric: MetricName;
  /** The log's own key. */
  readonly key: string;
  /** How many values. */
  readonly count: number;
  /** The first of those that run to the end of the log; the first of all where it ends finite. */
  readonly step: number | null;
  readonly line: number | null;
  readonly column: number | null;
  /** How many of them the column ends with. */
  readonly atEnd: number;
}

/** Hyperparameters by canonical name (groupSize, beta1, learningRate, refreshInterval, …); absent where unknown. */
export type RunConfig = ReadonlyMap<string, Sourced<number | string>>;

/** One training run: canonical metrics by step, what was dropped, the configuration found beside the log. */
export interface Run {
  readonly path: string;
  readonly format: LogFormat;
  /** The run's name inside the file (an arm of a tall table), null where the file holds one run. */
  readonly name: string | null;
  /** Records parsed for this run. */
  readonly rows: number;
  readonly stepUnit: Sourced<StepUnit>;
  readonly dropped: Dropped;
  /** Canonical name → the log's own key; "step" too where a step column exists. */
  readonly metrics: ReadonlyMap<string, string>;
  /** Keys of every column that could be the reward, best first, the one that is used among them. */
  readonly rewardColumns: readonly string[];
  /** The reward to be fitted: finite values only, reward units. */
  readonly reward: Series;
  /** Where a very long run is fitted as means of consecutive steps (`averageSteps.ts`): all of them. */
  readonly allSteps?: AllSteps;
  /** Rows of the reward that do not just repeat the last evaluation: its observations. Null where all are. */
  readonly fresh: Int32Array | null;
  /** Every other canonical metric found, finite values only, by canonical name. */
  readonly series: ReadonlyMap<MetricName, Series>;
  /** Every score on held-out data, by the log's own key, `evalReward` among them: what several runs are compared on. */
  readonly evaluations: ReadonlyMap<string, Series>;
  /** Metrics that are logged and say nothing, with the reason: constant by construction, so unavailable, not healthy. */
  readonly unavailable: ReadonlyMap<MetricName, string>;
  readonly marks: readonly RunMark[];
  /** Columns, the reward aside, that are NaN or infinite somewhere; those that are so everywhere have no series. */
  readonly broken: readonly BrokenMetric[];
  readonly config: RunConfig;
  readonly notes: readonly string[];
}
