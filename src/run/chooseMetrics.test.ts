import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import type { MetricName } from './metricName';
import type { Run } from './run';
import type { RunOptions } from './runOptions';

/** Three rows, so that columns can differ; a function makes the value of row i. */
async function runWith(
  row: Record<string, number | ((i: number) => number)>,
  options: RunOptions = {},
): Promise<Run> {
  const list = [0, 1, 2].map((i) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? value : value(i)]),
    ),
  );
  return runOf(jsonl(list), options);
}
const first = (run: Run, name: MetricName): number | undefined => run.series.get(name)?.values.at(0);

const TRL = {
  step: (i: number) => i,
  reward: (i: number) => i / 4,
  'completions/mean_length': 9,
  epoch: 0.1,
};
const VERL = {
  step: (i: number) => i,
  'critic/score/mean': 0.5,
  'actor/pg_loss': 0,
  'response_length/mean': 100,
};
const TINKER = { step: (i: number) => i, 'env/all/reward/total': 0.5, 'progress/batch': (i: number) => i };

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

describe('false friends', () => {
  it('keeps the three KLs apart', async () => {
    const run = await runWith({
      ...VERL,
      'actor/kl_loss': 1,
      'actor/ppo_kl': 2,
      'rollout_corr/kl': 3,
      'actor/kl_coef': 0.001,
    });
    expect([first(run, 'kl'), first(run, 'klOldPolicy'), first(run, 'mismatch')]).toEqual([1, 2, 3]);
    expect(run.config.get('klCoefficient')).toEqual({ value: 0.001, from: 'column actor/kl_coef' });
  });

  it("knows that the asynchronous trainer's kl is to the old policy", async () => {
    const run = await runWith({ ...TRL, kl: 0.1, ratio: 1, weight_sync_time_s: 2, buffer_qsize: 3 });
    expect([run.series.has('kl'), first(run, 'klOldPolicy')]).toEqual([false, 0.1]);
    expect((await runWith({ ...TRL, kl: 0.1 })).metrics.get('kl')).toBe('kl');
  });

  it('keeps truncation and clipping apart', async () => {
    const verl = await runWith({
      ...VERL,
      'response_length/clip_ratio': 0.2,
      'actor/pg_clipfrac': 0.1,
      'actor/pg_clipfrac_lower': 0.9,
    });
    expect([first(verl, 'truncatedFraction'), first(verl, 'clipFraction')]).toEqual([0.2, 0.1]);
    const trl = await runWith({ ...TRL, 'completions/clipped_ratio': 0.2, clip_ratio: 0.99 });
    expect([first(trl, 'truncatedFraction'), trl.series.has('clipFraction')]).toEqual([0.2, false]);
  });

  it('adds the sides of the clip where the region is not logged', async () => {
    const run = await runWith({ ...TRL, 'clip_ratio/low_mean': 0.01, 'clip_ratio/high_mean': 0.02 });
    expect(first(run, 'clipFraction')).toBeCloseTo(0.03, 12);
    expect(run.metrics.get('clipFraction')).toBe('clip_ratio/low_mean + clip_ratio/high_mean');
  });

  it('turns a rate of stopped sequences around', async () => {
    const run = await runWith({
      training_step: (i) => i,
      scores: 1,
      'objective/verifiable_reward': 1,
      'val/stop_rate': 0.9,
      'val/ratio': 1,
    });
    expect(first(run, 'truncatedFraction')).toBeCloseTo(0.1, 12);
    expect(run.series.has('evalReward')).toBe(false);
  });

  it('takes no part of a step for its time', async () => {
    expect((await runWith({ ...VERL, 'timing_s/gen': 5, 'timing_s/step': 9 })).metrics.get('stepTime')).toBe(
      'timing_s/step',
    );
    expect((await runWith({ ...VERL, 'timing_s/gen': 5, 'timing_s/reward': 9 })).series.has('stepTime')).toBe(
      false,
    );
  });
});

describe('held-out rewards and components', () => {
  it.each<[string, Record<string, number | ((i: number) => number)>, string | undefined]>([
    [
      'TRL',
      {
        ...TRL,
        eval_reward: 1,
        'eval_rewards/f/mean': 2,
        'eval_completions/mean_length': 3,
        eval_runtime: 4,
      },
      'eval_reward',
    ],
    [
      'TRL without a total',
      { ...TRL, 'eval_completions/mean_length': 3, eval_frac_reward_zero_std: 0.5 },
      undefined,
    ],
    [
      'verl: many samples before few',
      {
        ...VERL,
        'val-core/openai/gsm8k/acc/mean@1': 1,
        'val-core/openai/gsm8k/acc/mean@8': 2,
        'val-core/openai/gsm8k/acc/best@8/mean': 3,
        'val-aux/x/reward/mean@8': 4,
      },
      'val-core/openai/gsm8k/acc/mean@8',
    ],
    ['older verl', { ...VERL, 'val/test_score/game24': 1 }, 'val/test_score/game24'],
    [
      'tinker',
      { ...TINKER, 'test/env/all/reward/total': 1, 'test/env/all/correct': 2 },
      'test/env/all/reward/total',
    ],
    ['an accuracy of free name', { ...TRL, eval_accuracy: 0.5 }, 'eval_accuracy'],
    ['none', TRL, undefined],
  ])('%s', async (_, row, key) => {
    expect((await runWith(row)).metrics.get('evalReward')).toBe(key);
  });

  it.each<[string, Record<string, number | ((i: number) => number)>, string[]]>([
    [
      'TRL',
      { ...TRL, 'rewards/acc/mean': 1, 'rewards/acc/std': 1, 'rewards/fmt/mean': 1 },
      ['rewards.acc', 'rewards.fmt'],
    ],
    ['older TRL', { ...TRL, 'rewards/acc': 1, 'rewards/fmt': 1 }, ['rewards.acc', 'rewards.fmt']],
    [
      'EasyR1',
      { step: (i) => i, 'reward/overall': 1, 'reward/format': 1, 'actor/pg_clipfrac_higher': 0 },
      ['rewards.format'],
    ],
    [
      'prime-rl',
      {
        step: (i) => i,
        'train/agg/all/policy/reward/mean': 1,
        'train/agg/all/policy/rewards/fmt/mean': 1,
        'optim/lr': 1,
      },
      ['rewards.fmt'],
    ],
    [
      'free names',
      {
        step: (i) => i,
        reward: 1,
        format_reward: 1,
        accuracy_reward: 1,
        mean_reward: 1,
        baseline_reward: 1,
        eval_reward: 1,
        reward_std: 1,
      },
      ['rewards.accuracy', 'rewards.format'],
    ],
    [
      'a difference of parts is none',
      {
        step: (i) => i,
        'reward/mean': 1,
        'reward/f': 1,
        'reward/g': 1,
        'reward/g_minus_f': 0,
        'progress/done_frac': 0,
      },
      ['rewards.f', 'rewards.g'],
    ],
    ['times are no reward', { ...VERL, 'timing_s/reward': 9, timing_s_reward: 9 }, []],
  ])('components: %s', async (_, row, names) => {
    const run = await runWith(row);
    expect([...run.metrics.keys()].filter((name) => name.startsWith('rewards.')).sort()).toEqual(names);
  });
});
