import { t } from '@vscode/l10n';
import type { MetricName } from './metricName';
import type { RunConfig, Series } from './run';
import { numberIn } from './runConfig';

/** What a metric is in every row while the policy that is trained is the one that sampled. */
const ON_POLICY: readonly (readonly [MetricName, number])[] = [
  ['clipFraction', 0],
  ['klOldPolicy', 0],
  ['importanceRatio', 1],
];

/** Rounding of the trainer's log-probabilities: as far as this from the constant is the constant. */
const ROUNDING = 1e-6;

/**
 * Metrics whose column is there and says nothing, with the reason: with one update per rollout batch the ratio of new to
 * old policy is 1 in every row, so nothing is clipped and the KL to the old policy is 0, however the run fares (log-formats.md §§4.4,
 * 25.4, 26). A KL to the reference that is not computed is 0 as well. Such a column is unavailable, not healthy.
 */
export function unavailableMetrics(
  series: ReadonlyMap<MetricName, Series>,
  config: RunConfig,
): ReadonlyMap<MetricName, string> {
  const reasons = new Map<MetricName, string>();
  const updates = numberIn(config, 'refreshInterval');
  const why =
    updates === 1
      ? t('with one update per rollout batch that is so by construction')
      : t('that is what one update per rollout batch gives, whatever the run does');
  for (const [name, constant] of ON_POLICY)
    if ((updates === null || updates === 1) && isConstantly(series.get(name), constant))
      reasons.set(name, t('{0} in every row: {1}', constant, why));
  if (numberIn(config, 'klCoefficient') === 0 && isConstantly(series.get('kl'), 0))
    reasons.set('kl', t('0 in every row: without a penalty it is not computed'));
  return reasons;
}

function isConstantly(series: Series | undefined, constant: number): boolean {
  return (
    series !== undefined &&
    series.values.length > 0 &&
    series.values.every((value) => Math.abs(value - constant) <= ROUNDING)
  );
}
