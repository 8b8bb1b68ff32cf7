import { t } from '@vscode/l10n';
import type { StepUnit } from '../../run/run';
import { formatCount, formatStep } from '../formatNumber';
import type { Report } from '../report';

/** The line under the title of a document: carrier, steps, reward column. */
export function runFacts({ source, metrics }: Report): string {
  const { steps, stepUnit, format } = source;
  const range = [formatCount(steps.count), formatStep(steps.first), formatStep(steps.last)];
  const reward = metrics['reward'] ?? t('unknown');
  return t('{0} · {1} · reward: {2}', format, rangeOf(range, stepUnit.value), reward);
}

function rangeOf(range: readonly string[], unit: StepUnit): string {
  if (unit === 'rollout') return t('{0} steps, {1} to {2} (rollouts)', ...range);
  if (unit === 'update') return t('{0} steps, {1} to {2} (updates)', ...range);
  return t('{0} steps, {1} to {2}', ...range);
}
