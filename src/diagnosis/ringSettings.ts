import { lagThreshold } from '../dynamics/thresholds/lagThreshold';
import { largestSafeRefreshInterval } from '../dynamics/thresholds/largestSafeRefreshInterval';
import { periodMap } from '../dynamics/thresholds/periodMap';
import type { Evidences } from './evidenceOf';
import { figure } from './figures';

/** What the model says of a ring whose momentum and refresh interval are known. */
export interface RingSettings {
  /** k at which the period map rings with the observed period, 1/optimizer step. */
  readonly stiffness: number;
  readonly threshold: number;
  readonly advice: readonly string[];
}

/**
 * The stiffness behind an observed period, from the exact period map (theory.md §3), and what would raise the margin.
 * Null where momentum, refresh interval or the unit of a step are not known, or no stiffness rings that slowly.
 *
 * @param evidences the run
 * @param period logged steps per swing
 */
export function ringSettings({ setting, run }: Evidences, period: number): RingSettings | null {
  const beta = setting('beta1');
  const refreshInterval = setting('refreshInterval');
  const asyncLag = setting('asyncLag') ?? 0;
  if (beta === null || refreshInterval === null || !(beta >= 0 && beta < 1)) return null;
  if (!Number.isInteger(refreshInterval) || refreshInterval < 1 || !Number.isInteger(asyncLag)) return null;
  if (run.stepUnit.value === 'unknown' && refreshInterval > 1) return null;
  const updates = run.stepUnit.value === 'rollout' ? period * refreshInterval : period;
  const settings = { beta, refreshInterval, asyncLag };
  const stiffness = stiffnessOf(updates, beta, refreshInterval);
  if (stiffness === null) return null;
  const threshold = lagThreshold(settings).stiffness;
  return { stiffness, threshold, advice: adviceOf(settings, stiffness, threshold) };
}

/** The period falls as the stiffness grows: bisect on a logarithmic scale. */
function stiffnessOf(period: number, beta: number, refreshInterval: number): number | null {
  const periodAt = (k: number): number => periodMap(k, { beta, refreshInterval }).ringPeriod ?? Infinity;
  let [low, high] = [1e-7, 4];
  if (periodAt(low) < period || periodAt(high) > period) return null;
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (periodAt(middle) > period) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

function adviceOf(
  settings: { readonly beta: number; readonly refreshInterval: number; readonly asyncLag: number },
  k: number,
  threshold: number,
): string[] {
  const { beta, refreshInterval: K, asyncLag } = settings;
  const margin = (other: number): string =>
    figure(lagThreshold({ beta, refreshInterval: other, asyncLag }).stiffness / k);
  const safe = largestSafeRefreshInterval(k / 0.5, beta, asyncLag);
  const lines: string[] = [];
  if (safe !== null && Number.isFinite(safe) && safe < K)
    lines.push(
      `Refresh interval ${K} → ≤ ${safe}: stability margin k_thr/k ${figure(threshold / k)} → ${margin(safe)}.`,
    );
  else if (K > 1)
    lines.push(
      `Refresh interval ${K} → ${Math.max(1, K >> 1)}: stability margin k_thr/k ${figure(threshold / k)} → ${margin(Math.max(1, K >> 1))}.`,
    );
  lines.push(
    `Learning rate ×1 → ×0.5: stiffness k ${figure(k)} → ${figure(k / 2)}, margin ${figure(threshold / k)} → ${figure((2 * threshold) / k)}.`,
  );
  return lines;
}
