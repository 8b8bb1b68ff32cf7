import { t } from '@vscode/l10n';
import type { Sourced, StepUnit } from './run';

/**
 * What a step is, as far as the rewards and the updates per rollout batch K allow: K updates share one batch and so one
 * reward, so that over U updates at most U/K + 1 rewards differ. A log with more of them counts rollout batches. With
 * K = 1 and consecutive steps, an update and a rollout batch are the same.
 *
 * @param steps the logged steps, ascending
 * @param rewards the reward at each, raw (a running mean would change at every update)
 * @param updates K, and where it is known from
 * @returns null where the rewards allow both
 */
export function stepUnitByRewards(
  steps: ArrayLike<number>,
  rewards: ArrayLike<number>,
  { value: updates, from }: Sourced<number>,
): Sourced<StepUnit> | null {
  if (steps.length < 2) return null;
  const span = steps[steps.length - 1] - steps[0];
  if (updates === 1 && span === steps.length - 1)
    return { value: 'rollout', from: t('{0}: one update per rollout batch, so that a step is both', from) };
  if (updates <= 1 || changesIn(rewards) <= Math.floor(span / updates) + 1) return null;
  return {
    value: 'rollout',
    from: t(
      '{0}: {1} updates share a rollout batch, and the reward changes more often than that',
      ...[from, updates],
    ),
  };
}

function changesIn(values: ArrayLike<number>): number {
  let changes = 0;
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1]) changes++;
  return changes;
}
