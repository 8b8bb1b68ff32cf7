import { lagMap } from '../thresholds/lagMap';
import { lagOnset, lagThreshold } from '../thresholds/lagThreshold';
import type { LagSettings } from '../thresholds/lagPolynomial';

/**
 * Share of the threshold up to which the stiffness is searched. At the threshold a path no longer decays, beyond it grows
 * without limit and would overflow; no run that reached a plateau was there.
 */
const BELOW_THRESHOLD = 0.98;
const HALVINGS = 40;

/** The stiffness up to which a search makes sense, and where the approach starts to ring, 1/optimizer step. */
export interface StiffnessLimits {
  readonly onset: number;
  readonly upper: number;
}

/**
 * How stiff the bound curve may be: below the threshold, so that no path grows, and not so stiff that it rings faster than
 * half a turn per row, where it could not be told from a slower ringing (the limit that ω₀ ≤ π per row is for the
 * oscillator). Ringing starts at the onset and only gets faster with k.
 *
 * @param settings momentum, refresh interval and lag
 * @param stride optimizer steps from one row to the next
 * @returns the limits
 */
export function stiffnessLimits(settings: LagSettings, stride: number): StiffnessLimits {
  const onset = lagOnset(settings);
  const most = BELOW_THRESHOLD * lagThreshold(settings).stiffness;
  const isSlow = (k: number): boolean => (lagMap(k, settings).ringPeriod ?? Infinity) >= 2 * stride;
  if (isSlow(most)) return { onset, upper: most };
  let [low, high] = [Math.log(onset), Math.log(most)];
  for (let i = 0; i < HALVINGS; i++) {
    const half = (low + high) / 2;
    if (isSlow(Math.exp(half))) low = half;
    else high = half;
  }
  return { onset, upper: Math.exp(low) };
}
