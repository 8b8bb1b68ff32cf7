/** The four failure modes that one reward curve conflates (theory.md §6), in the order they are shown. */
export const FAILURE_MODES = [
  'reward-hacking',
  'advantage-degeneracy',
  'policy-concentration',
  'dynamical-instability',
] as const;

/** One of the four failure modes. */
export type FailureMode = (typeof FAILURE_MODES)[number];

/** One number that speaks for or against a finding. */
export interface Evidence {
  /** The log's own key. */
  readonly metric: string;
  readonly step: number | null;
  readonly value: number | null;
  readonly expected: string | null;
}

/** A verdict on one failure mode; always one of each mode in a Report. */
export interface Finding {
  readonly mode: FailureMode;
  readonly verdict: 'present' | 'absent' | 'not-assessable';
  readonly severity: 'error' | 'warning' | 'info' | null;
  /** Probability that the verdict is right; null where nothing was judged. */
  readonly confidence: number | null;
  readonly step: number | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly advice: readonly string[];
  /** What the model says happens next if nothing is changed; null unless present. */
  readonly outlook: string | null;
  /** The finding that brought this one with it: seen, but no finding of its own, so its verdict is `absent`. */
  readonly consequenceOf: FailureMode | null;
  /** True where a person has silenced the mode: it is still judged and listed. Absent otherwise. */
  readonly isMuted?: true;
}
