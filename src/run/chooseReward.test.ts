import { describe, expect, it } from 'vitest';
import { keysOf, rows } from '../../test/metricKeys';
import { jsonl, runOf, runsOf } from '../../test/reading';

describe('which column is the reward', () => {
  it.each<[string, object, string]>([
    ['TRL', { step: 1, reward: 1, reward_std: 1, 'rewards/f/mean': 1, eval_reward: 2 }, 'reward'],
    [
      'TRL in TensorBoard',
      { 'train/global_step': 1, 'train/reward': 1, 'eval/reward': 2, 'train/rewards/f/mean': 1 },
      'train/reward',
    ],
    [
      'verl: raw before what the KL changed',
      { step: 1, 'critic/rewards/mean': 1, 'critic/score/mean': 2, 'critic/score/max': 3 },
      'critic/score/mean',
    ],
    [
      'EasyR1: the total',
      {
        step: 1,
        'reward/format': 1,
        'reward/overall': 2,
        'reward/accuracy': 1,
        'actor/pg_clipfrac_higher': 0,
      },
      'reward/overall',
    ],
    [
      'slime: never the normalised one',
      { 'rollout/step': 1, 'rollout/rewards': 0, 'rollout/raw_reward': 1, 'rollout/truncated_ratio': 0 },
      'rollout/raw_reward',
    ],
    ['OpenRLHF', { step: 1, reward: 1, return: 2, group_reward_std: 1, ppo_clip_ratio: 0 }, 'reward'],
    [
      'tinker',
      { step: 1, 'env/all/reward/total': 1, 'test/env/all/reward/total': 2, 'env/all/correct': 1 },
      'env/all/reward/total',
    ],
    [
      'prime-rl: the aggregate',
      {
        step: 1,
        'train/math/all/policy/reward/mean': 1,
        'train/agg/all/policy/reward/mean': 2,
        'optim/lr': 1,
      },
      'train/agg/all/policy/reward/mean',
    ],
    [
      'AReaL',
      { step: 1, 'ppo_actor/task_reward/avg': 1, 'ppo_actor/task_reward/max': 2 },
      'ppo_actor/task_reward/avg',
    ],
    [
      'SkyRL',
      {
        'trainer/global_step': 1,
        'reward/avg_raw_reward': 1,
        'reward/avg_pass_at_8': 2,
        'policy/final_loss': 0,
      },
      'reward/avg_raw_reward',
    ],
    [
      'NeMo-RL',
      {
        step: 1,
        'train/reward': 1,
        'train/filtered_reward': 2,
        'train/token_mult_prob_error': 1,
        'train/lr': 1,
      },
      'train/reward',
    ],
    [
      'rllm',
      { step: 1, 'reward/agent/mean': 1, 'reward/agent/max': 2, 'batch/agent/fractions/effective': 1 },
      'reward/agent/mean',
    ],
    [
      'ROLL',
      {
        'system/step': 1,
        'critic/score/mean': 1,
        'critic/rewards/mean': 2,
        'tokens/response_length/mean': 5,
      },
      'critic/score/mean',
    ],
    ['torchtune', { step: 1, rewards: 1, successes: 2, num_stop_tokens: 3 }, 'rewards'],
    [
      'open-instruct',
      { training_step: 1, scores: 1, 'objective/verifiable_correct_rate': 2, 'val/stop_rate': 1 },
      'scores',
    ],
    ['a free name', { iteration: 1, mean_reward: 1, baseline_reward: 2 }, 'mean_reward'],
    ['a free name in capitals', { Step: 1, Reward: 1 }, 'Reward'],
    [
      'a name nobody knows',
      { step: 1, 'grpo.rewardTotalMean': 1, 'grpo.rewardStd': 2 },
      'grpo.rewardTotalMean',
    ],
    [
      'total before a part',
      { step: 1, my_format_reward_avg: 1, my_total_reward_avg: 2 },
      'my_total_reward_avg',
    ],
    ['an evaluation where there is nothing else', { step: 1, loss: 0, eval_reward: 1 }, 'eval_reward'],
  ])('%s', async (_, row, key) => {
    expect((await keysOf(row))['reward']).toBe(key);
  });

  it('obeys --metric, exact before any case', async () => {
    const row = { step: 1, reward: 1, Loss: 2, loss: 3 };
    expect((await keysOf(row, { metric: 'loss' }))['reward']).toBe('loss');
    expect((await keysOf(row, { metric: 'Loss' }))['reward']).toBe('Loss');
    expect((await keysOf(row, { metric: 'REWARD' }))['reward']).toBe('reward');
    await expect(
      runsOf(
        rows(1, () => row),
        { metric: 'kl' },
      ),
    ).rejects.toMatchObject({
      kind: 'unknown-metric',
      reason: 'no column "kl" among: step, reward, Loss, loss',
    });
  });

  it('names other columns that could be meant, unless they are the same numbers', async () => {
    const run = await runOf(
      rows(3, (i) => ({ step: i, 'critic/score/mean': i, 'critic/rewards/mean': i * 2 })),
    );
    expect(run.notes).toContain(
      'Reward read from critic/score/mean; critic/rewards/mean could be meant too (--metric).',
    );
    const same = await runOf(rows(3, (i) => ({ step: i, 'critic/score/mean': i, 'critic/rewards/mean': i })));
    expect(same.notes).toEqual([]);
  });

  it('does not take a summary for the curve', async () => {
    const text = rows(40, (i) => ({ step: i, mean_reward: i })) + jsonl([{ reward: 99 }]);
    expect((await runOf(text)).metrics.get('reward')).toBe('mean_reward');
  });

  it.each<[string, string, RegExp]>([
    [
      'no such column',
      jsonl([{ step: 1, loss: 2 }]),
      /no reward column among: step, loss; name the column to fit with --metric/,
    ],
    ['no number at all', jsonl([{ a: 'x' }]), /no column of numbers/],
    [
      'only NaN',
      '{"step": 1, "reward": NaN}\n{"step": 2, "reward": NaN}\n',
      /no reward column|no value to fit/,
    ],
    [
      'a slime log without its raw reward',
      jsonl([{ 'rollout/step': 1, 'rollout/rewards': 0, 'rollout/truncated_ratio': 0 }]),
      /no reward column/,
    ],
  ])('refuses with the keys there are: %s', async (_, text, message) => {
    await expect(runsOf(text)).rejects.toMatchObject({ kind: 'no-reward' });
    await expect(runsOf(text)).rejects.toThrow(message);
  });

  it('does not say that there is no reward column where there is one without a number', async () => {
    const text = '{"step": 1, "reward": NaN}\n{"step": 2, "reward": Infinity}\n';
    await expect(runsOf(text)).rejects.toMatchObject({
      kind: 'no-reward',
      reason: 'column "reward" has no value to fit: all its values are NaN or infinite',
    });
  });
});
