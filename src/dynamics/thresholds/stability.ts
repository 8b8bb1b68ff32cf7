import { largestSafeRefreshInterval } from './largestSafeRefreshInterval';
import type { LagSettings } from './lagPolynomial';
import { lagOnset, lagThreshold } from './lagThreshold';
import type { ThresholdKind } from './refreshThreshold';

/** Where a run with these settings would ring and lose stability, and how far it is from there. */
export interface StabilityMargin {
  /** k_thr(β, K, lag), 1/step. */
  readonly threshold: number;
  readonly kind: ThresholdKind;
  /** k_osc(β, K, lag), 1/step. */
  readonly oscillationOnset: number;
  /** Largest stable K at this stiffness: null where it is not known or none is stable, Infinity beyond 2²⁰. */
  readonly largestSafeRefreshInterval: number | null;
  /** k_thr/k; null where the stiffness is not known. */
  readonly margin: number | null;
}

/**
 * The thresholds of theory.md §3 for a run's settings, and its margin at stiffness k (1/optimizer step, > 0; null where no
 * absolute stiffness is identified). Throws a RangeError for settings outside their range.
 */
export function stabilityMargin(settings: LagSettings, stiffness: number | null): StabilityMargin {
  const { stiffness: threshold, kind } = lagThreshold(settings);
  const known = stiffness !== null;
  return {
    threshold,
    kind,
    oscillationOnset: lagOnset(settings),
    largestSafeRefreshInterval: known
      ? largestSafeRefreshInterval(stiffness, settings.beta, settings.asyncLag)
      : null,
    margin: known ? threshold / stiffness : null,
  };
}
