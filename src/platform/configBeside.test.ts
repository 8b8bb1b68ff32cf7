import { describe, expect, it } from 'vitest';
import { analyse, analyseRuns } from '../analysis/analyse';
import type { AnalyseOptions } from '../analysis/options';
import { MemorySource } from '../logs/memorySource';
import type { Report } from '../report/report';
import { jsonl } from '../../test/reading';
import { memoryConfigPort } from './memoryConfigPort';

const TRL = jsonl([1, 2, 3].map((step) => ({ step, reward: 0.1, 'completions/mean_length': 1, epoch: 0.1 })));
const VERL = jsonl([1, 2, 3].map((step) => ({ step, 'critic/score/mean': 0.1, 'actor/pg_loss': 0 })));
const PLAIN = jsonl([1, 2, 3].map((step) => ({ step, reward: 0.1 })));

async function reportOf(
  log: string,
  files: Record<string, string>,
  options: AnalyseOptions = {},
): Promise<Report> {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const hooks = { config: memoryConfigPort(bytes) };
  const [analysis] = await analyseRuns(new MemorySource('log.jsonl', log), options, hooks);
  return analysis.report;
}

/** Values and sources in one short text each. */
async function configOf(log: string, files: Record<string, string>): Promise<Record<string, string>> {
  const { config } = await reportOf(log, files);
  return Object.fromEntries(
    Object.entries(config).map(([name, { value, from }]) => [name, `${value} < ${from}`]),
  );
}

describe('the configuration beside a log', () => {
  it.each<[string, string, Record<string, string>, Record<string, string>]>([
    [
      'ms-swift args.json',
      TRL,
      {
        'args.json': `{
  "rlhf_type": "grpo",
  "num_generations": 8,
  "num_iterations": 2,
  "steps_per_generation": 4,
  "gradient_accumulation_steps": 2,
  "learning_rate": 1e-06,
  "lr_scheduler_type": "cosine",
  "warmup_ratio": 0.05,
  "adam_beta1": 0.9,
  "optim": "adamw_torch_fused",
  "beta": 0.04,
  "epsilon": 0.2,
  "epsilon_high": null,
  "max_steps": -1,
  "model": "/home/someone/models/Qwen2.5-1.5B-Instruct/"
}`,
      },
      {
        groupSize: '8 < args.json:3 num_generations',
        refreshInterval:
          '4 < args.json:4 num_iterations × steps_per_generation / gradient_accumulation_steps',
        learningRate: '0.000001 < args.json:7 learning_rate',
        learningRateSchedule: 'cosine < args.json:8 lr_scheduler_type',
        warmupRatio: '0.05 < args.json:9 warmup_ratio',
        beta1: '0.9 < args.json:10 adam_beta1',
        optimizer: 'adam < args.json:11 optim',
        klCoefficient: '0.04 < args.json:12 beta',
        clipEpsilon: '0.2 < args.json:13 epsilon',
        model: 'Qwen2.5-1.5B-Instruct < args.json:16 model',
        parameters: '1500000000 < args.json:16 model, by its name',
      },
    ],
    [
      'a recipe above the checkpoint folder',
      TRL,
      { '../config.yaml': '# recipe\nnum_generations: 16\nlearning_rate: 2.0e-05\n' },
      {
        groupSize: '16 < ../config.yaml:2 num_generations',
        refreshInterval: '1 < ../config.yaml num_iterations (1 unless given)',
        learningRate: '0.00002 < ../config.yaml:3 learning_rate',
        optimizer: 'adam < assumed: the log does not say',
      },
    ],
    [
      'verl under Hydra; the overrides give what the file leaves out',
      VERL,
      {
        '.hydra/overrides.yaml': '- actor_rollout_ref.rollout.n=8\n- +trainer.note=secret\n',
        '.hydra/config.yaml': `data:
  train_batch_size: 1024
actor_rollout_ref:
  actor:
    optim: {lr: 1e-6, betas: [0.8, 0.999]}
    ppo_mini_batch_size: 256
    ppo_epochs: 1
    use_kl_loss: false
    kl_loss_coef: 0.001
    clip_ratio: 0.2
algorithm:
  use_kl_in_reward: false
wandb_api_key: abcdef
`,
      },
      {
        groupSize: '8 < .hydra/overrides.yaml:1 actor_rollout_ref.rollout.n',
        promptsPerBatch: '1024 < .hydra/config.yaml:2 data.train_batch_size',
        learningRate: '0.000001 < .hydra/config.yaml:5 actor_rollout_ref.actor.optim.lr',
        beta1: '0.8 < .hydra/config.yaml:5 actor_rollout_ref.actor.optim.betas[0]',
        refreshInterval:
          '4 < .hydra/config.yaml:2 data.train_batch_size × actor_rollout_ref.actor.ppo_epochs / actor_rollout_ref.actor.ppo_mini_batch_size',
        klCoefficient: '0 < .hydra/config.yaml:8 actor_rollout_ref.actor.use_kl_loss',
        clipEpsilon: '0.2 < .hydra/config.yaml:10 actor_rollout_ref.actor.clip_ratio',
        optimizer: 'adam < assumed: the log does not say',
      },
    ],
    [
      'W&B config.yaml, every value one level down',
      TRL,
      { 'files/config.yaml': 'num_generations:\n    value: 4\nadam_beta1:\n    value: 0.95\n' },
      {
        groupSize: '4 < files/config.yaml:2 num_generations.value',
        beta1: '0.95 < files/config.yaml:4 adam_beta1.value',
        refreshInterval: '1 < files/config.yaml num_iterations (1 unless given)',
        optimizer: 'adam < assumed: the log does not say',
      },
    ],
    [
      'AReaL: a bound on the lag counts batches, each of several updates',
      PLAIN,
      {
        'config.yaml':
          'gconfig:\n  n_samples: 4\nactor:\n  ppo_n_minibatches: 4\nrollout:\n  max_head_offpolicyness: 2\n',
      },
      {
        groupSize: '4 < config.yaml:2 gconfig.n_samples',
        refreshInterval: '4 < config.yaml:4 actor.ppo_n_minibatches',
        asyncLag: '8 < config.yaml:6 rollout.max_head_offpolicyness, the most it may be',
        optimizer: 'adam < assumed: the log does not say',
      },
    ],
    [
      'tinker',
      jsonl([{ step: 0, 'env/all/reward/total': 1, 'progress/done_frac': 0.1 }]),
      {
        'config.json':
          '{"dataset_builder": {"group_size": 16}, "num_substeps": 2, "model_name": "meta/L-8B"}',
      },
      {
        groupSize: '16 < config.json:1 dataset_builder.group_size',
        refreshInterval: '2 < config.json:1 num_substeps',
        beta1: '0.9 < fixed by tinker-cookbook',
        model: 'meta/L-8B < config.json:1 model_name',
        parameters: '8000000000 < config.json:1 model_name, by its name',
        optimizer: 'adam < assumed: the log does not say',
      },
    ],
    [
      'a file without a trainer’s marks says nothing of a log of nobody’s',
      PLAIN,
      { 'config.json': '{"learning_rate": 3, "beta": 9}' },
      { optimizer: 'adam < assumed: the log does not say' },
    ],
  ])('%s', async (_, log, files, expected) => {
    expect(await configOf(log, files)).toEqual(expected);
  });

  it('of another trainer than the log’s is not used, and this is said', async () => {
    const { config, notes } = await reportOf(TRL, {
      'config.yaml': 'actor_rollout_ref:\n  rollout:\n    n: 5\n',
    });
    expect(config['groupSize']).toBeUndefined();
    expect(notes).toContain('config.yaml is a configuration of verl, the log is of trl: not used.');
  });

  it('that contradicts itself is used nearest first, and this is said', async () => {
    const { config, notes } = await reportOf(TRL, {
      'args.json': '{"num_generations": 8}',
      '../args.json': '{"num_generations": 16}',
    });
    expect(config['groupSize'].value).toBe(8);
    expect(notes).toContain(
      'groupSize: 8 (args.json:1 num_generations) is used, though ../args.json:1 num_generations says 16.',
    );
  });

  it('keeps nothing but the listed keys', async () => {
    const report = await reportOf(TRL, {
      'args.json':
        '{"num_generations": 8, "hub_token": "hf_secret", "user": "alice", "output_dir": "/home/someone"}',
    });
    expect(JSON.stringify(report)).not.toMatch(/hf_secret|alice/);
  });

  it.each([
    ['{"num_generations": 8', 'args.json: neither JSON nor YAML, not used.'],
    [`{"a": ${'['.repeat(5000)}${']'.repeat(5000)}}`, 'args.json: neither JSON nor YAML, not used.'],
    [`{"a": "${'x'.repeat(300_000)}"}`, 'args.json: over 256 KB, not read.'],
  ])('that cannot be read is named', async (text, note) => {
    expect((await reportOf(TRL, { 'args.json': text })).notes).toContain(note);
  });

  it('with aliases that multiply is read within bounds', async () => {
    const levels = Array.from(
      { length: 20 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`,
    );
    const bomb = ['num_generations: 8', 'a0: &a0 [1, 2]', ...levels].join('\n');
    expect((await configOf(TRL, { 'config.yaml': bomb }))['groupSize']).toBe(
      '8 < config.yaml:1 num_generations',
    );
  });

  it('in a pickle is not opened, and this is said', async () => {
    const { notes } = await reportOf(TRL, { 'training_args.bin': 'PK' });
    expect(notes.join(' ')).toContain('training_args.bin is not opened');
  });
});

describe('what a person says', () => {
  const USER = { 'grpo-dynamics.json': '{"groupSize": 4, "beta1": 0.5, "stepUnit": "rollout"}' };
  const FILES = { ...USER, 'args.json': '{"num_generations": 8, "adam_beta1": 0.9}' };

  it('goes flag, file, setting, log; each value says which', async () => {
    const options = { beta1: 0.7, settings: { groupSize: 2, beta1: 0.1, learningRate: 0.1 } };
    const { config, source } = await reportOf(TRL, FILES, options);
    expect(config['beta1']).toEqual({ value: 0.7, from: '--beta1' });
    expect(config['groupSize']).toEqual({ value: 4, from: 'grpo-dynamics.json:1 groupSize' });
    expect(config['learningRate']).toEqual({ value: 0.1, from: 'setting grpoDynamics.learningRate' });
    expect(source.stepUnit).toEqual({ value: 'rollout', from: 'grpo-dynamics.json:1 stepUnit' });
  });

  it('is not read from a folder nobody vouches for', async () => {
    const { config, notes } = await reportOf(TRL, FILES, { isTrusted: false });
    expect(config['groupSize'].value).toBe(8);
    expect(notes).toContain('grpo-dynamics.json is not used: the workspace is not trusted.');
    const without = await reportOf(TRL, {}, { isTrusted: false });
    expect(without.notes).toContain('What the workspace sets is not used: the workspace is not trusted.');
  });

  it('is checked, and what is wrong is named', async () => {
    const { config, notes } = await reportOf(TRL, {
      'grpo-dynamics.json': '{"beta1": 1, "G": 8, "groupSize": 4, "__proto__": 1}',
    });
    expect(config['groupSize'].value).toBe(4);
    expect(config['beta1']).toBeUndefined();
    expect(notes).toContain('grpo-dynamics.json: beta1 must be a number from 0 and below 1.');
    expect(notes).toContain('grpo-dynamics.json: "G" is no name it knows.');
  });

  it('may name the reward', async () => {
    const log = jsonl([1, 2].map((step) => ({ step, reward: 1, mine: 2 })));
    const { metrics } = await reportOf(log, { 'grpo-dynamics.json': '{"metric": "mine"}' });
    expect(metrics['reward']).toBe('mine');
  });

  it('is optional: without a port only the log is read', async () => {
    const [report] = await analyse(new MemorySource('log', PLAIN), {});
    expect(Object.keys(report.config)).toEqual(['optimizer']);
  });
});
