import { describe, expect, it } from 'vitest';
import { first, runWith, TINKER, TRL, VERL } from '../../test/runWith';

describe('the held-out reward', () => {
  it('is the mean over all of prime-rl’s evaluation', async () => {
    const run = await runWith({
      step: (i) => i,
      'train/agg/all/policy/reward/mean': 1,
      'train/agg/effective/policy/reward/mean': 1,
      'optim/lr': 1,
      'mismatch_kl/all/mean': 0.001,
      'eval/aime/all/policy/pass@8': 0.9,
      'eval/aime/all/policy/avg@8': 0.4,
    });
    expect(run.metrics.get('evalReward')).toBe('eval/aime/all/policy/avg@8');
  });
});

describe('every held-out score', () => {
  const keysOf = async (row: Record<string, number>): Promise<string[]> => [
    ...(await runWith({ ...TRL, ...row })).evaluations.keys(),
  ];

  it('is kept by its own key, the chosen one first', async () => {
    expect(await keysOf({ 'eval/aime24': 0.1, 'eval/math500': 0.4, eval_reward: 0.2, eval_loss: 2 })).toEqual(
      ['eval_reward', 'eval/aime24', 'eval/math500'],
    );
  });

  it('leaves out what is no score, and what repeats another cell by cell', async () => {
    expect(await keysOf({ 'eval/math': 0.4, 'eval/math/score': 0.4, 'eval/math_length': 300 })).toEqual([
      'eval/math',
    ]);
  });

  it.each([
    ...['eval_math_samples_per_second', 'eval/math/count', 'eval/aime/n_samples', 'eval/gsm8k/latency_s'],
    ...['eval/math/latency/mean', 'eval/gsm8k/perplexity', 'eval/math/error_rate', 'eval/aime24/stderr'],
    ...['eval/math/epoch', 'eval/math/cost', 'val-aux/math/reward/std@8', 'eval/math_steps_per_second'],
  ])('is not %s', async (key) => {
    expect(await keysOf({ 'eval/amc': 0.5, [key]: 0.4 })).toEqual(['eval/amc']);
  });

  it.each([
    ...['eval/aime24', 'eval_gsm8k_reward', 'eval/math/test/accuracy', 'eval_math500_pass@1'],
    ...['eval/olympiad/score', 'eval/gpqa_diamond', 'eval/aime/all/policy/avg@8', 'eval/mmlu-exact_match'],
  ])('is %s', async (key) => {
    expect(await keysOf({ [key]: 0.4 })).toEqual([key]);
  });

  it('serves the verdict on hacking where the log has no other', async () => {
    const chosen = async (row: Record<string, number>) =>
      (await runWith({ ...TRL, ...row })).metrics.get('evalReward');
    expect(await chosen({ eval_gsm8k_reward: 0.4, eval_gsm8k_samples_per_second: 3 })).toBe(
      'eval_gsm8k_reward',
    );
    expect(await chosen({ 'eval/aime24': 0.4, eval_reward: 0.2 })).toBe('eval_reward');
  });

  it('is every data set of verl’s, without its auxiliary statistics', async () => {
    const run = await runWith({
      ...VERL,
      'val-core/gsm8k/reward/mean@1': 0.6,
      'val-core/math/reward/mean@1': 0.3,
      'val-aux/gsm8k/reward/std@4': 0.2,
      'val-aux/gsm8k/score/mean@1': 0.7,
    });
    expect([...run.evaluations.keys()].sort()).toEqual([
      'val-core/gsm8k/reward/mean@1',
      'val-core/math/reward/mean@1',
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
    expect(run.config.get('klCoefficient')).toEqual({
      value: 0.001,
      from: 'column actor/kl_coef',
      kind: 'log',
    });
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
