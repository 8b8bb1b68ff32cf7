import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonl, runOf, runsOf } from '../../test/reading';
import type { RunOptions } from './runOptions';

const rows = (count: number, row: (i: number) => object): string =>
  jsonl(Array.from({ length: count }, (_, i) => row(i)));
const keysOf = async (row: object, options: RunOptions = {}): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await runOf(
        rows(3, () => row),
        options,
      )
    ).metrics,
  );

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

describe('which column counts steps', () => {
  it.each<[string, object, string | undefined]>([
    ['step', { step: 1, epoch: 0.1, reward: 1 }, 'step'],
    ['the tracker counts last', { _step: 5, 'train/global_step': 1, 'train/reward': 1 }, 'train/global_step'],
    ['the tracker alone', { _step: 5, reward: 1 }, '_step'],
    [
      'ms-swift',
      { 'global_step/max_steps': '10/438', reward: 1, 'memory(GiB)': 60 },
      'global_step/max_steps',
    ],
    ['Megatron', { iteration: '5/100', reward: 1 }, 'iteration'],
    [
      'slime',
      { 'train/step': 7, 'rollout/step': 1, 'rollout/raw_reward': 1, 'rollout/truncated_ratio': 0 },
      'train/step',
    ],
    ['in capitals', { Step: 1, reward: 1 }, 'Step'],
    ['none', { reward: 1, loss: 2 }, undefined],
  ])('%s', async (_, row, key) => {
    expect((await keysOf(row))['step']).toBe(key);
  });

  it('takes the axis that the reward rows carry', async () => {
    const text = rows(6, (i) =>
      i % 2 === 0 ? { 'train/step': i, 'train/loss': 1 } : { 'rollout/step': i, 'rollout/raw_reward': i },
    );
    const run = await runOf(text);
    expect(run.metrics.get('step')).toBe('rollout/step');
    expect([...run.reward.steps]).toEqual([1, 3, 5]);
  });

  it('reads "10/438" and how many steps are planned', async () => {
    const run = await runOf(rows(3, (i) => ({ reward: i, 'global_step/max_steps': `${(i + 1) * 10}/438` })));
    expect([...run.reward.steps]).toEqual([10, 20, 30]);
    expect(run.config.get('maxSteps')).toEqual({ value: 438, from: 'column global_step/max_steps' });
    expect(run.stepUnit.value).toBe('update');
  });

  it('counts rows from 0 where there is none, and other metrics with them', async () => {
    const run = await runOf(jsonl([{ reward: 5 }, { eval_reward: 1 }, { reward: 6 }, { reward: 7, kl: 3 }]));
    expect([...run.reward.steps]).toEqual([0, 1, 2]);
    expect([...(run.series.get('kl')?.steps ?? [])]).toEqual([2]);
    expect([...(run.series.get('evalReward')?.steps ?? [])]).toEqual([0]);
    expect(run.dropped.noReward).toBe(1);
    expect(run.notes).toContain('No step column: rows with a reward are counted from 0 in file order.');
  });

  it('does not mistake a counter that starts anew in every epoch for resumes', async () => {
    const text = rows(12, (i) => ({ epoch: Math.floor(i / 4), step: i % 4, reward: i }));
    const run = await runOf(text);
    expect(run.reward.steps).toHaveLength(12);
    expect(run.dropped.replacedByResume).toBe(0);
  });

  it('obeys --step', async () => {
    const text = rows(3, (i) => ({ step: i, tokens: i * 100, reward: i }));
    expect([...(await runOf(text, { step: 'TOKENS' })).reward.steps]).toEqual([0, 100, 200]);
    await expect(runsOf(text, { step: 'x' })).rejects.toMatchObject({ kind: 'unknown-metric' });
  });
});

describe('what is dropped', () => {
  it('counts every row once and says where', async () => {
    const text = [
      '{"step": 1, "reward": 1}',
      '{"step": 2, "reward": 2}',
      '{"step": 2, "reward": 4}',
      '{"step": 3, "reward": NaN}',
      '{"step": 3, "eval_reward": 9}',
      'garbage',
      '{"reward": 5}',
      '{"step": 4, "reward": 5}',
      '{"step": 3, "reward": 6}',
      '{"step": 4, "reward": Infinity}',
      '{"step": 5, "rew',
    ].join('\n');
    const run = await runOf(text);
    expect(run.dropped).toEqual({
      malformed: 2,
      nonFinite: 2,
      noReward: 1,
      noStep: 1,
      averaged: 1,
      replacedByResume: 1,
      forwardFilled: 0,
    });
    expect(run.rows).toBe(9);
    expect([...run.reward.steps]).toEqual([1, 2, 3]);
    expect([...run.reward.values]).toEqual([1, 3, 6]);
    expect([...(run.reward.lines ?? [])]).toEqual([1, 2, 9]);
    expect(run.marks).toEqual([
      { kind: 'resume', step: 3, line: 9 },
      { kind: 'nonFinite', step: 4, line: 10 },
    ]);
    expect(run.notes).toContain('The last record is incomplete: the log is being written, or was cut off.');
  });

  it('adds up: every row is kept, averaged, replaced or counted as lacking something', async () => {
    const row = fc.record(
      {
        step: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(NaN)),
        reward: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(NaN, Infinity)),
        kl: fc.double({ min: 0, max: 1, noNaN: true }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (list) => {
        const text = list
          .map(
            (entry) =>
              `{${Object.entries(entry)
                .map(([key, value]) => `"${key}": ${value}`)
                .join(', ')}}\n`,
          )
          .join('');
        const run = await runOf('{"step": 0, "reward": 0}\n' + text).catch(() => null);
        if (run === null) return;
        const { nonFinite, noReward, noStep, averaged, replacedByResume } = run.dropped;
        const kept = run.reward.steps.length;
        expect(kept + nonFinite + noReward + noStep + averaged + replacedByResume).toBe(run.rows);
        for (const series of [run.reward, ...run.series.values()])
          for (let i = 1; i < series.steps.length; i++)
            expect(series.steps[i]).toBeGreaterThan(series.steps[i - 1] ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it('says so when a file holds two attempts', async () => {
    const run = await runOf(jsonl([0, 1, 2, 3, 0, 1].map((step) => ({ step, reward: step }))));
    expect(run.notes).toContain('The log starts over at step 0 in line 5: 4 earlier rows count as replaced.');
  });

  it('notices a reward repeated until the next evaluation', async () => {
    const run = await runOf(rows(100, (i) => ({ step: i, reward: Math.sin(Math.floor(i / 5)) })));
    expect(run.dropped.forwardFilled).toBe(80);
    expect(run.reward.steps).toHaveLength(100);
    expect(run.notes).toContain(
      'The reward is repeated until the next evaluation, every 5 rows: 80 rows are copies, and only the others count as observations.',
    );
  });

  it('uses rows up to --until', async () => {
    const text = rows(10, (i) => ({ step: i, reward: i, kl: i }));
    const run = await runOf(text, { until: 4 });
    expect([...run.reward.steps]).toEqual([0, 1, 2, 3, 4]);
    expect(run.series.get('kl')?.steps).toHaveLength(5);
    expect(run.notes).toContain('5 steps after step 4 left out (--until).');
    await expect(runsOf(text, { until: -1 })).rejects.toMatchObject({ kind: 'bad-option' });
  });

  it('keeps constant rewards and a single row', async () => {
    expect((await runOf(jsonl([{ step: 3, reward: 1 }]))).reward.steps).toHaveLength(1);
    expect((await runOf(rows(5, (i) => ({ step: i, reward: 0 })))).dropped.forwardFilled).toBe(0);
  });
});

describe('several runs in one file', () => {
  const text = 'arm,step,reward\n"a, b",0,\n"a, b",1,0.5\nc,1,0.7\n"a, b",2,0.6\nc,2,0.8\n';

  it('gives one run per arm with its own rows and lines', async () => {
    const runs = await runsOf(text);
    expect(runs.map(({ name }) => name)).toEqual(['a, b', 'c']);
    expect(runs.map(({ rows: count }) => count)).toEqual([3, 2]);
    expect(runs.map(({ reward }) => [...(reward.lines ?? [])])).toEqual([
      [3, 5],
      [4, 6],
    ]);
    expect(runs.map(({ dropped }) => dropped.noReward)).toEqual([1, 0]);
  });

  it('selects one by name', async () => {
    expect((await runOf(text, { run: 'c' })).name).toBe('c');
    await expect(runsOf(text, { run: 'd' })).rejects.toMatchObject({
      kind: 'unknown-run',
      reason: 'no run "d" among: a, b, c',
    });
    await expect(runsOf(jsonl([{ reward: 1 }]), { run: 'd' })).rejects.toMatchObject({ kind: 'unknown-run' });
  });

  it('leaves out an arm without rewards and says so', async () => {
    const runs = await runsOf('arm,step,reward\na,1,0.5\na,2,0.5\nb,1,\nb,2,\n');
    expect(runs.map(({ name, notes }) => [name, notes])).toEqual([['a', ['Left out, no reward to fit: b.']]]);
  });

  it('tells runs by a seed', async () => {
    const runs = await runsOf(rows(8, (i) => ({ seed: i % 2, step: i >> 1, reward: i })));
    expect(runs.map(({ name }) => name)).toEqual(['0', '1']);
  });

  it('does not take a description for arms', async () => {
    expect(
      await runsOf(rows(4, (i) => ({ name: `row ${i}`, method: `m${i}`, step: i, reward: i }))),
    ).toHaveLength(1);
  });

  it('tells evaluation rows from training rows that use the same key', async () => {
    const run = await runOf(
      rows(9, (i) => ({
        split: i % 3 === 2 ? 'eval' : 'train',
        step: i,
        reward: i % 3 === 2 ? 100 : 1,
        loss: i,
      })),
    );
    expect([...run.reward.values]).toEqual([1, 1, 1, 1, 1, 1]);
    expect([...(run.series.get('evalReward')?.values ?? [])]).toEqual([100, 100, 100]);
    expect(run.metrics.get('evalReward')).toBe('reward (split: evaluation)');
    expect(run.series.get('loss')?.values).toHaveLength(6);
  });
});

describe('the configuration', () => {
  it('takes flags over what the log shows, and says where each is from', async () => {
    const text = rows(4, (i) => ({ step: i, reward: i, learning_rate: 1e-6 * i, group_size: 8 }));
    expect((await runOf(text)).config.get('learningRate')).toEqual({
      value: 3e-6,
      from: 'largest learning_rate in the log',
    });
    expect((await runOf(text)).config.get('groupSize')).toEqual({ value: 8, from: 'column group_size' });
    const run = await runOf(text, {
      learningRate: 2e-6,
      groupSize: 16,
      beta1: 0,
      asyncLag: 1,
      refreshInterval: 4,
      optimizer: 'sgd',
    });
    expect(Object.fromEntries(run.config)).toEqual({
      learningRate: { value: 2e-6, from: '--learning-rate' },
      groupSize: { value: 16, from: '--group-size' },
      beta1: { value: 0, from: '--beta1' },
      asyncLag: { value: 1, from: '--async-lag' },
      refreshInterval: { value: 4, from: '--refresh-interval' },
      optimizer: { value: 'sgd', from: '--optimizer' },
    });
  });

  it('takes a logged rate over a lower one of a file beside it, and the user’s over both', async () => {
    const text = rows(4, (i) => ({ step: i, reward: i, learning_rate: 1e-3 }));
    const entries = [{ key: 'learning_rate', value: 1e-4, line: 3 }];
    const beside = {
      documents: [{ path: 'args.json', entries }],
      user: {},
      userLines: new Map<string, number>(),
      notes: [],
    };
    const read = await runOf(text, { beside });
    expect(read.config.get('learningRate')?.value).toBe(1e-3);
    expect(read.notes.join(' ')).toContain('is used, though args.json:3 learning_rate says 0.0001.');
    const said = await runOf(text, { beside, learningRate: 1e-5 });
    expect(said.config.get('learningRate')).toEqual({ value: 1e-5, from: '--learning-rate' });
    expect(said.notes.join(' ')).toContain('is used, though largest learning_rate in the log says 0.001.');
  });

  it('reads the planned steps from the header', async () => {
    const run = await runOf(
      '{"log_history": [{"step": 1, "reward": 1}], "max_steps": 100, "logging_steps": 10}',
    );
    expect(run.config.get('maxSteps')).toEqual({ value: 100, from: 'log header: max_steps' });
  });
});
