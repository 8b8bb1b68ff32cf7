import type { Answer, NotAssessable, Verdict } from '../answer';
import type { AdvantageRule } from './groupDrift';
import type { RatioLaw } from './ratioLaw';

/** One number of a mean path: how the runs differ, beside how the theory says they do. */
export interface PathAnswer extends Omit<Answer, 'verdict' | 'pHolm' | 'p'> {
  /** What another G alone does: a difference in reward units, or a ratio. */
  readonly predicted: number;
  /** Two-sided, of the departure from `predicted`, for this number alone. */
  readonly p: number;
}

/** Whether two runs of different G went the way that the theory gives them. */
export interface PathTest {
  readonly verdict: Verdict;
  readonly answers: Readonly<Record<PathNumber, PathAnswer | NotAssessable>>;
  /** Of the whole path: the smallest of its numbers' p values, by Holm's rule. */
  readonly p: number;
  /** The same, allowing for all path tests of the comparison. */
  readonly pHolm: number;
}

/** The numbers of a mean path; the last tenth stands in only where neither constant is known. */
export type PathNumber = 'plateau' | 'timescale' | 'end';

/** One test of a mean path, of the reward or of an evaluation. */
export type PathAnswered = PathTest | NotAssessable;

/** What a pair of runs that differ in G says of the laws. */
export interface GroupSizePair {
  readonly first: number;
  readonly second: number;
  readonly groupSizes: readonly [number, number];
  /** Prompts a batch, null where a run does not tell. */
  readonly prompts: readonly [number | null, number | null];
  readonly optimizer: {
    readonly value: 'sgd' | 'adam';
    /** True where a run does not tell, and Adam is taken. */
    readonly assumed: boolean;
  };
  readonly advantages: AdvantageRule | 'unknown';
  /** May invariance be claimed: only for SGD. */
  readonly invarianceMayBeClaimed: boolean;
  readonly meanPath: PathAnswered;
  /** The same test of every held-out column that both runs have, by its key in the first run's log. */
  readonly evaluations: Readonly<Record<string, PathAnswered>>;
  /** Timescale, second over first, beside its law; for SGD in the same words. */
  readonly timescale: RatioLaw | NotAssessable;
  /** Process variance, second over first, sampling noise taken out, beside its law. */
  readonly noise: RatioLaw | NotAssessable;
  /** Mean within-group spread of rewards, second over first, over the fitted steps; null where a run does not log it. */
  readonly withinGroupStd: number | null;
  readonly caveats: readonly string[];
}
