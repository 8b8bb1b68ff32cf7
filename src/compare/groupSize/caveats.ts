import type { FittedRun } from '../fittedRun';
import type { GroupSetting } from './groupSetting';

const SPREAD =
  'The laws hold the spread of rewards within a group constant; it moves with the policy, so that some dependence on G remains.';

/**
 * What must be said beside the laws of a pair.
 *
 * @param setting the pair's setting
 * @param runs both runs
 * @returns whole sentences
 */
export function caveatsOf(setting: GroupSetting, runs: readonly FittedRun[]): string[] {
  const { sgd, assumed, advantages, prompts } = setting;
  const caveats = [SPREAD];
  if (assumed) caveats.push('The optimizer is not known of both runs and counts as Adam (--optimizer).');
  if (!sgd)
    caveats.push(
      'With Adam group-size invariance may not be claimed; its laws are those of a run near its plateau, farther away steps are of one size whatever G is.',
    );
  if (advantages === 'unknown')
    caveats.push(
      'How advantages are made is not known: divided by the group’s own standard deviation, the drift itself grows with G, and that is not taken out.',
    );
  if (advantages === 'group-std' || advantages === 'group-mean')
    caveats.push(
      'The drift’s factor is that of 0/1 rewards and of prompts that are alike, at the first run’s own curve.',
    );
  if (prompts.some((count) => count === null))
    caveats.push('The prompts a batch are not known of both runs and count as the same.');
  if (runs.some(({ assessment }) => assessment.regime === 'no-trend'))
    caveats.push('Where a run shows no trend, its noise is measured around its mean.');
  return caveats;
}
