import { lagOnset, lagThreshold } from '../thresholds/lagThreshold';

/** Thresholds over the refresh interval at one momentum and lag; 1/optimizer step. */
export interface StabilityCurves {
  /** Whole refresh intervals, ascending. */
  readonly intervals: readonly number[];
  /** k_thr at each. */
  readonly threshold: readonly number[];
  /** k_osc at each. */
  readonly onset: readonly number[];
}

/** Points per doubling of the refresh interval. */
const PER_DOUBLING = 8;

/**
 * Both thresholds over refresh intervals, by the functions behind the Report's `stability` (theory.md §3).
 *
 * @param beta momentum, 0 ≤ β < 1
 * @param asyncLag further optimizer steps of lag
 * @param most largest refresh interval
 * @returns the curves from K = 1 on
 */
export function stabilityCurves(beta: number, asyncLag: number, most: number): StabilityCurves {
  const count = Math.ceil(Math.log2(most) * PER_DOUBLING);
  const places = Array.from({ length: count + 1 }, (_, i) => Math.round(most ** (i / Math.max(1, count))));
  const intervals = [...new Set(places)];
  const at = (refreshInterval: number) => ({ beta, refreshInterval, asyncLag });
  return {
    intervals,
    threshold: intervals.map((K) => lagThreshold(at(K)).stiffness),
    onset: intervals.map((K) => lagOnset(at(K))),
  };
}
