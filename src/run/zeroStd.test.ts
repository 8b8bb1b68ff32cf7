import { describe, expect, it } from 'vitest';
import { first, runWith, TINKER, TRL } from '../../test/runWith';

describe('the share of equal-reward groups, whatever the stack writes', () => {
  it.each<[string, Record<string, number | ((i: number) => number)>, number | undefined]>([
    ['a fraction', { ...TRL, frac_reward_zero_std: 0.25 }, 0.25],
    [
      'solved and failed groups',
      {
        ...TINKER,
        'env/all/by_group/frac_all_good': 0.1,
        'env/all/by_group/frac_all_bad': 0.3,
        'env/all/by_group/frac_mixed': 0.6,
      },
      0.4,
    ],
    ['only the mixed share', { ...TINKER, 'env/all/by_group/frac_mixed': 0.6 }, 0.4],
    [
      'the aggregate before one environment',
      {
        ...TINKER,
        'env/math/by_group/frac_all_good': 0.5,
        'env/math/by_group/frac_all_bad': 0.5,
        'env/all/by_group/frac_all_good': 0.1,
        'env/all/by_group/frac_all_bad': 0.3,
      },
      0.4,
    ],
    [
      'ROLL',
      {
        'system/step': (i) => i,
        'critic/score/mean': 0.5,
        'tokens/response_length/mean': 9,
        all_correct_groups_ratio: 0.2,
        all_incorrect_groups_ratio: 0.1,
      },
      0.3,
    ],
    [
      'NeMo-RL in percent',
      {
        step: (i) => i,
        'train/reward': 0.5,
        'train/token_mult_prob_error': 1,
        'train/baseline_reward/pct_0': 30,
        'train/baseline_reward/pct_1': 10,
        'train/lr': 1,
      },
      0.4,
    ],
    [
      'NeMo-RL, mixed in percent',
      {
        step: (i) => i,
        'train/reward': 0.5,
        'train/token_mult_prob_error': 1,
        'train/baseline_reward/pct_mixed': 60,
        'train/lr': 1,
      },
      0.4,
    ],
    [
      'rllm: one minus the effective share',
      {
        step: (i) => i,
        'reward/a/mean': 0.5,
        'batch/a/fractions/effective': 0.6,
        'batch/a/fractions/too_easy': 0.1,
        'batch/a/fractions/too_hard': 0.1,
      },
      0.4,
    ],
    [
      'older rllm: counts over their total',
      {
        step: (i) => i,
        'reward/a/mean': 0.5,
        'batch/a/fractions/x': 1,
        'batch/solve_none': 3,
        'batch/solve_all': 1,
        'batch/solve_partial': 6,
      },
      0.4,
    ],
    [
      'open-instruct: a count over its total',
      {
        training_step: (i) => i,
        scores: 1,
        'val/sequence_lengths': 9,
        'batch/filtered_prompts': 4,
        'batch/total_prompts': 10,
      },
      0.4,
    ],
    [
      'a count without a total',
      {
        'trainer/global_step': (i) => i,
        'reward/avg_raw_reward': 1,
        'policy/final_loss': 0,
        'reward/num_zero_variance_filtered': 4,
      },
      undefined,
    ],
    [
      'not the share of unsolved responses',
      { training_step: (i) => i, scores: 1, 'val/sequence_lengths': 9, unsolved_batch_size_ratio: 0.4 },
      undefined,
    ],
    ['not a fraction after all', { ...TRL, frac_reward_zero_std: 25 }, undefined],
  ])('%s', async (_, row, expected) => {
    const value = first(await runWith(row), 'zeroStdFraction');
    if (expected === undefined) expect(value).toBeUndefined();
    else expect(value).toBeCloseTo(expected, 12);
  });

  it("needs the group size for OpenRLHF's kept rate", async () => {
    const row = {
      step: (i: number) => i,
      reward: 0.5,
      group_reward_std: 1,
      ppo_clip_ratio: 0,
      dynamic_filtering_pass_rate: 480,
    };
    const without = await runWith(row);
    expect(without.series.has('zeroStdFraction')).toBe(false);
    expect(without.notes.join()).toMatch(/only with the group size/);
    expect(first(await runWith(row, { groupSize: 8 }), 'zeroStdFraction')).toBeCloseTo(0.4, 12);
  });

  it('says why a count is no share', async () => {
    const row = {
      'trainer/global_step': (i: number) => i,
      'reward/avg_raw_reward': 1,
      'policy/final_loss': 0,
      'reward/num_zero_variance_filtered': 4,
    };
    expect((await runWith(row)).notes.join()).toMatch(
      /num_zero_variance_filtered counts groups without their total/,
    );
  });
});
