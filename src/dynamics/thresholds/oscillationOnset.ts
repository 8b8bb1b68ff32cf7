import { heldSums, type RefreshSettings } from './heldStep';

/** Where the approach to the plateau changes its character. */
export interface OscillationOnset {
  /** k_osc, 1/step: below it a run that starts at rest never crosses its plateau. */
  readonly onset: number;
  /** k_up, 1/step: above it the reward alternates from refresh to refresh; equal to the onset at β = 0. */
  readonly alternating: number;
}

/**
 * Oscillation onset for any refresh interval, exact (theory.md §3): k_osc = (1−β^K)/(√K+√s)² and
 * k_up = (1−β^K)/(√K−√s)². Throws a RangeError for settings outside their range.
 */
export function oscillationOnset(settings: RefreshSettings): OscillationOnset {
  const { oneMinusB, s, kMinusS } = heldSums(settings);
  const sum = Math.sqrt(settings.refreshInterval) + Math.sqrt(s);
  return { onset: oneMinusB / sum ** 2, alternating: (oneMinusB * sum ** 2) / kMinusS ** 2 };
}
