import { describe, expect, it } from 'vitest';
import { runWith, TRL } from '../../test/runWith';

describe('which spread reward_std is', () => {
  const wave = (i: number): number => 0.3 + i / 10;
  it.each<[string, Record<string, number | ((i: number) => number)>, 'group' | 'batch' | 'unknown', RegExp]>([
    ['TRL before 0.26', { ...TRL, reward_std: 0.3 }, 'group', /before 0\.26/],
    [
      "equal to the only function's",
      { ...TRL, step_time: 1, 'rewards/f/mean': (i) => i / 4, 'rewards/f/std': wave, reward_std: wave },
      'batch',
      /equals rewards\/f\/std/,
    ],
    [
      "different from the only function's",
      { ...TRL, step_time: 1, 'rewards/f/mean': (i) => i / 4, 'rewards/f/std': wave, reward_std: 0.1 },
      'group',
      /differs from/,
    ],
    [
      'a key of newer versions',
      { ...TRL, step_time: 1, policy_loss: 0, reward_std: 0.3 },
      'batch',
      /policy_loss exists only/,
    ],
    [
      'beside a within-group column',
      { ...TRL, group_reward_std_mean: 0.2, reward_std: 0.3 },
      'batch',
      /column of its own/,
    ],
    [
      'more than groups allow',
      { ...TRL, step_time: 1, frac_reward_zero_std: 0.75, reward_std: 0.36 },
      'batch',
      /larger than groups/,
    ],
    [
      "TRL's names in an own trainer",
      { step: (i) => i, reward: 0.5, 'completions/mean_length': 9, frac_reward_zero_std: 0, reward_std: 0.3 },
      'unknown',
      /no other column tells/,
    ],
    ['nothing to tell by', { ...TRL, step_time: 1, reward_std: 0.3 }, 'unknown', /changed with TRL 0\.27/],
    [
      'two functions',
      {
        ...TRL,
        step_time: 1,
        'rewards/f/mean': 1,
        'rewards/f/std': 0.1,
        'rewards/g/mean': 1,
        'rewards/g/std': 0.1,
        reward_std: 0.1,
      },
      'unknown',
      /may be the spread/,
    ],
  ])('%s', async (_, row, kind, note) => {
    const run = await runWith(row);
    const inGroup = run.metrics.get('rewardStd') === 'reward_std';
    const inBatch = run.metrics.get('rewardStdBatch') === 'reward_std';
    expect([inGroup, inBatch]).toEqual([kind === 'group', kind === 'batch']);
    expect(run.notes.join(' ')).toMatch(note);
  });

  it('takes the names that say it', async () => {
    const run = await runWith({
      step: (i) => i,
      reward: 1,
      group_reward_std: 0.2,
      ppo_clip_ratio: 0,
      'rollout/reward_std': 0.4,
    });
    expect([run.metrics.get('rewardStd'), run.metrics.get('rewardStdBatch')]).toEqual([
      'group_reward_std',
      'rollout/reward_std',
    ]);
  });
});
