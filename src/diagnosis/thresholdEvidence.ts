import { t } from '@vscode/l10n';
import { absoluteStiffness } from '../dynamics/absoluteStiffness';
import type { LagSettings } from '../dynamics/thresholds/lagPolynomial';
import { lagThreshold } from '../dynamics/thresholds/lagThreshold';
import type { Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure } from './figures';

/** Momentum, refresh interval and lag, where they are known and the theory holds for them; a lag that is not logged is 0. */
export function lagSettingsOf({ setting }: Pick<Evidences, 'setting'>): LagSettings | null {
  const [beta, refreshInterval, asyncLag] = [
    setting('beta1'),
    setting('refreshInterval'),
    setting('asyncLag') ?? 0,
  ];
  if (beta === null || refreshInterval === null || !(beta >= 0 && beta < 1)) return null;
  if (!Number.isInteger(refreshInterval) || refreshInterval < 1) return null;
  return Number.isInteger(asyncLag) && asyncLag >= 0 ? { beta, refreshInterval, asyncLag } : null;
}

/**
 * k against k_thr(β, K, lag), where both are known (theory.md §3): the curve's own stiffness, times what the learning rate
 * has grown by since.
 *
 * @param evidences the run
 * @param growth factor of the learning rate since the rows that were fitted
 * @returns one number, or none
 */
export function thresholdEvidence(evidences: Evidences, growth = 1): Evidence[] {
  const settings = lagSettingsOf(evidences);
  const { stiffness } = absoluteStiffness(evidences.fits);
  if (settings === null || stiffness === null) return [];
  const { beta, refreshInterval, asyncLag } = settings;
  const threshold = lagThreshold(settings).stiffness;
  const k = growth * stiffness.value;
  const args = [figure(threshold), figure(beta), refreshInterval, asyncLag, figure(threshold / k)];
  return [
    {
      metric: evidences.reward.key,
      step: null,
      value: k,
      expected:
        growth === 1
          ? t('stiffness k below k_thr {0} (β {1}, refresh interval {2}, lag {3}): margin {4}', ...args)
          : t(
              'stiffness k below k_thr {0} (β {1}, refresh interval {2}, lag {3}): margin {4}, the fitted k times the learning rate’s {5}',
              ...[...args, figure(growth)],
            ),
    },
  ];
}
