import type { Evidence, FailureMode, Finding } from './finding';

/** What a mode's file says of a run; `diagnose` makes a Finding of it. */
export interface Judgement {
  readonly verdict: Finding['verdict'];
  readonly severity: Finding['severity'];
  /** Distance from the deciding threshold, 0 … 1: how clear the case is. */
  readonly margin: number;
  /** Step where it starts; null unless present. */
  readonly step: number | null;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly outlook: string | null;
  readonly advice: readonly string[];
  /** Those of it that move the learning rate: where the rate jumped, going back takes their place. */
  readonly rateAdvice?: readonly string[];
  /** True where nothing but arithmetic was needed (NaN, a floor): surer than any calibration. */
  readonly isCertain?: boolean;
  /** No surer than this, whatever the margin: the calibration had no such runs. */
  readonly mostSure?: number;
  /** The mode that explains this one, where it was seen but is no cause. */
  readonly consequenceOf?: FailureMode;
}

/** Nothing found. */
export function absent(margin: number, summary: string, evidence: readonly Evidence[] = []): Judgement {
  return {
    verdict: 'absent',
    severity: null,
    margin,
    step: null,
    summary,
    evidence,
    outlook: null,
    advice: [],
  };
}

/** The log does not say; what it has is evidence all the same. */
export function notAssessable(
  summary: string,
  advice: readonly string[] = [],
  evidence: readonly Evidence[] = [],
): Judgement {
  return {
    verdict: 'not-assessable',
    severity: null,
    margin: 0,
    step: null,
    summary,
    evidence,
    outlook: null,
    advice,
  };
}

/** Distance of a value above its threshold, in units of the threshold, −1 … 1. */
export function above(value: number, threshold: number): number {
  return Math.max(-1, Math.min(1, (value - threshold) / Math.abs(threshold)));
}
