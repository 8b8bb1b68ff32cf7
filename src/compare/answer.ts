import type { Interval } from '../dynamics/fit';

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
  /** The pair is one log given twice: no question at all. */
  readonly isCopy?: true;
}

/** What a pair of runs says of one number. */
export type Answered = Answer | NotAssessable;
