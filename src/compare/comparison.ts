import type { CurveName, Interval } from '../dynamics/fit';
import type { Quantity } from '../report/report';
import type { Sourced } from '../run/run';
import type { CarryOver, NoCarryOver } from './carryOver';
import type { ConstantName } from './constants';
import type { GroupSizePair } from './groupSize/groupSizePair';
import type { SeedGroup } from './seedGroups';
import type { SizeScaling } from './sizeScaling';

/** What a test says: a difference that holds after allowing for all questions asked, one that only holds alone, or none. */
export type Verdict = 'differ' | 'hint' | 'no-detectable-difference';

/** One question about one pair of runs, answered. */
export interface Answer {
  readonly verdict: Verdict;
  /** Second less first, in reward units; for a ratio, second over first. */
  readonly kind: 'difference' | 'ratio';
  readonly value: number;
  /** 95 %, for this question alone; an open end is null. */
  readonly interval: Interval;
  /** Two-sided, for this question alone. */
  readonly p: number;
  /** The same, allowing for all questions of the comparison (Holm). */
  readonly pHolm: number;
  /** The smallest true difference (or ratio above 1) that this pair shows at the 5 % level four times in five. */
  readonly detectable: number | null;
}

/** A question that these runs cannot answer, and why. */
export interface NotAssessable {
  readonly verdict: 'not-assessable';
  readonly because: string;
}

/** What a pair of runs says of one number. */
export type Answered = Answer | NotAssessable;

/** Two runs, by their places in the list of runs. */
export interface PairComparison {
  readonly first: number;
  readonly second: number;
  readonly constants: Readonly<Record<ConstantName, Answered>>;
  /** Means of the last tenths: no model of the curve is asked. */
  readonly end: Answered;
  readonly sentences: readonly string[];
}

/** One run of a comparison. */
export interface ComparedRun {
  readonly label: string;
  readonly path: string;
  readonly run: string | null;
  readonly steps: { readonly first: number; readonly last: number; readonly count: number };
  readonly plateau: Quantity | null;
  readonly timescale: Quantity | null;
  readonly damping: Quantity | null;
  /** Mean of the last tenth of the rows. */
  readonly end: Quantity | null;
}

/** A setting in which the runs differ; null where a run does not tell it. */
export interface ConfigDifference {
  readonly name: string;
  readonly values: readonly (Sourced<number | string> | null)[];
}

/** The comparison of two or more runs: plain JSON, numbers finite or null. */
export interface Comparison {
  readonly schema: 'grpo-dynamics/comparison@1';
  readonly runs: readonly ComparedRun[];
  /** The mechanism all runs are read by; null where none fits all of them. */
  readonly curve: CurveName | null;
  readonly config: readonly ConfigDifference[];
  readonly pairs: readonly PairComparison[];
  /** Runs that differ only in their seed, pooled. */
  readonly seeds: readonly SeedGroup[];
  /** Whether κ of one run predicts another's stiffness; for pairs that differ in their learning rate. */
  readonly carryOver: readonly (CarryOver | NoCarryOver)[];
  /** Group-size invariance and the law of the jitter; for pairs that differ in their group size. */
  readonly groupSize: readonly GroupSizePair[];
  /** How the timescale grows with model size; null where the models do not differ in size. */
  readonly sizeScaling: SizeScaling | NotAssessable | null;
  readonly notes: readonly string[];
}
