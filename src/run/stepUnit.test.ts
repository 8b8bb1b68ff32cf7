import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';

describe('stepUnitOf', () => {
  it.each<[string, string, string]>([
    ['trainer_state', '{"log_history": [{"step": 1, "reward": 1}]}', 'update'],
    [
      'TRL rows with an epoch',
      jsonl([{ step: 1, reward: 1, 'completions/mean_length': 5, frac_reward_zero_std: 0, epoch: 0.1 }]),
      'update',
    ],
    [
      "TRL's names in an own trainer",
      jsonl([{ step: 1, reward: 1, 'completions/mean_length': 5, frac_reward_zero_std: 0 }]),
      'unknown',
    ],
    [
      'verl',
      jsonl([
        {
          step: 1,
          data: {
            'critic/score/mean': 1,
            'actor/pg_loss': 0,
            'actor/ppo_kl': 0,
            'perf/mfu/actor': 1,
            'training/global_step': 1,
            'response_length/clip_ratio': 0,
          },
        },
      ]),
      'rollout',
    ],
    ["a few of verl's names", jsonl([{ step: 1, data: { 'critic/score/mean': 1 } }]), 'rollout'],
    ['tinker', jsonl([{ step: 1, 'env/all/reward/total': 1, 'env/all/by_group/frac_mixed': 1 }]), 'rollout'],
    ['OpenRLHF', jsonl([{ step: 1, reward: 1, group_reward_std: 1, ppo_clip_ratio: 0 }]), 'rollout'],
    [
      'torchtune',
      jsonl([{ step: 1, rewards: 1, successes: 2, num_stop_tokens: 3, response_lengths: 4, ratios: 1 }]),
      'update',
    ],
    [
      'open-instruct by episodes',
      jsonl([{ step: 256, 'objective/verifiable_reward': 1, 'objective/verifiable_correct_rate': 1 }]),
      'unknown',
    ],
    [
      'open-instruct by training steps',
      jsonl([{ training_step: 1, scores: 1, 'objective/verifiable_reward': 1 }]),
      'rollout',
    ],
    [
      "TRL's names beside whole epochs",
      jsonl([{ step: 1, reward: 1, 'completions/mean_length': 5, frac_reward_zero_std: 0, epoch: 1 }]),
      'unknown',
    ],
    ['a loop of its own', '[epoch 1] iter 5 reward: 0.3\n[epoch 1] iter 6 reward: 0.4\n', 'unknown'],
    ['free names', jsonl([{ step: 1, reward: 1 }]), 'unknown'],
  ])('%s', async (_, text, unit) => {
    const { stepUnit } = await runOf(text);
    expect(stepUnit.value).toBe(unit);
    expect(stepUnit.from).not.toBe('');
    expect((await runOf(text, { stepUnit: 'rollout' })).stepUnit).toEqual({
      value: 'rollout',
      from: '--step-unit',
    });
  });
});
