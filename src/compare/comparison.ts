import type { CurveName } from '../dynamics/fit';
import type { Quantity } from '../report/report';
import type { Sourced } from '../run/run';
import type { Answered, NotAssessable } from './answer';
import type { CarryOver, NoCarryOver } from './carryOver';
import type { ConstantName } from './constants';
import type { GroupSizePair } from './groupSize/groupSizePair';
import type { SeedGroup } from './seedGroups';
import type { SizeScaling } from './sizeScaling';

/** Two runs, by their places in the list of runs. */
export interface PairComparison {
  readonly first: number;
  readonly second: number;
  readonly constants: Readonly<Record<ConstantName, Answered>>;
  /** Means of the last tenths: no model of the curve is asked. */
  readonly end: Answered;
  /** The same of every held-out score that both runs have, by its key in the first run's log. */
  readonly evaluations: Readonly<Record<string, Answered>>;
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
  /** Place of the first run that holds the same log; null where this is the first. A copy adds no question. */
  readonly copyOf: number | null;
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
