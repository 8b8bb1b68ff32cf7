import { t } from '@vscode/l10n';
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
  /** Those of it that move the learning rate. */
  readonly rateAdvice: readonly string[];
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
  const rateAdvice = [halfRate(stiffness, threshold)];
  return {
    ...{ stiffness, threshold, rateAdvice },
    advice: [...intervalAdvice(settings, stiffness, threshold), ...rateAdvice],
  };
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

function intervalAdvice(
  settings: { readonly beta: number; readonly refreshInterval: number; readonly asyncLag: number },
  k: number,
  threshold: number,
): string[] {
  const { beta, refreshInterval: K, asyncLag } = settings;
  const margin = (other: number): string =>
    figure(lagThreshold({ beta, refreshInterval: other, asyncLag }).stiffness / k);
  const safe = largestSafeRefreshInterval(k / 0.5, beta, asyncLag);
  const now = figure(threshold / k);
  if (safe !== null && Number.isFinite(safe) && safe < K)
    return [
      t('Refresh interval {0} → ≤ {1}: stability margin k_thr/k {2} → {3}.', ...[K, safe, now, margin(safe)]),
    ];
  const half = Math.max(1, K >> 1);
  return K > 1
    ? [t('Refresh interval {0} → {1}: stability margin k_thr/k {2} → {3}.', ...[K, half, now, margin(half)])]
    : [];
}

function halfRate(k: number, threshold: number): string {
  return t(
    'Learning rate ×1 → ×0.5: stiffness k {0} → {1}, margin {2} → {3}.',
    ...[figure(k), figure(k / 2), figure(threshold / k), figure((2 * threshold) / k)],
  );
}
