import { t } from '@vscode/l10n';
import type { FittedRun } from '../fittedRun';
import type { GroupSetting } from './groupSetting';

/**
 * What must be said beside the laws of a pair.
 *
 * @param setting the pair's setting
 * @param runs both runs
 * @returns whole sentences
 */
export function caveatsOf(setting: GroupSetting, runs: readonly FittedRun[]): string[] {
  const { prompts } = setting;
  return [
    t(
      'The laws hold the spread of rewards within a group constant; it moves with the policy, so that some dependence on G remains.',
    ),
    ...optimizerCaveats(setting),
    ...driftCaveats(setting),
    ...(prompts.some((count) => count === null)
      ? [t('The prompts a batch are not known of both runs and count as the same.')]
      : []),
    ...(runs.some(({ assessment }) => assessment.regime === 'no-trend')
      ? [t('Where a run shows no trend, its noise is measured around its mean.')]
      : []),
  ];
}

function optimizerCaveats({ sgd, assumed }: GroupSetting): string[] {
  const unknown = t('The optimizer is not known of both runs and counts as Adam (--optimizer).');
  const adam = t(
    'With Adam group-size invariance may not be claimed; its laws are those of a run near its plateau, farther away steps are of one size whatever G is.',
  );
  return [...(assumed ? [unknown] : []), ...(sgd ? [] : [adam])];
}

function driftCaveats({ advantages }: GroupSetting): string[] {
  if (advantages === 'unknown')
    return [
      t(
        'How advantages are made is not known: divided by the group’s own standard deviation, the drift itself grows with G, and that is not taken out.',
      ),
    ];
  if (advantages === 'leave-one-out') return [];
  return [
    t(
      'The drift’s factor is that of 0/1 rewards and of prompts that are alike, at the first run’s own curve.',
    ),
  ];
}
