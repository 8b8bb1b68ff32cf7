import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import { hasShared, shared } from '../../test/shared';
import { analyseRuns } from '../analysis/analyse';
import { NodeFileSource } from '../platform/nodeFileSource';
import { nodeConfigPort } from '../platform/nodeConfigPort';
import type { ConfigEntry } from './config/configPort';
import type { RunOptions } from './runOptions';

const STEPS = Array.from({ length: 40 }, (_, i) => i + 1);

/** A log of nobody's names. */
const PLAIN = jsonl(STEPS.map((step) => ({ step, reward: (step * 7) % 11 })));
/** TRL's names in an own trainer, a new reward at every step. */
const TRL_NAMES = jsonl(
  STEPS.map((step) => ({ step, reward: (step * 7) % 11, frac_reward_zero_std: 0, 'clip_ratio/low_mean': 0 })),
);
/** The same with one reward for each two steps, as K = 2 updates of one batch would give. */
const IN_PAIRS = jsonl(
  STEPS.map((step) => ({
    step,
    reward: (Math.floor(step / 2) * 7) % 11,
    frac_reward_zero_std: 0,
    'clip_ratio/low_mean': 0,
  })),
);

function beside(keys: Readonly<Record<string, number | string>>): RunOptions {
  const entries: ConfigEntry[] = Object.entries(keys).map(([key, value], i) => ({ key, value, line: i + 1 }));
  return {
    beside: { documents: [{ path: 'args.json', entries }], user: {}, userLines: new Map(), notes: [] },
  };
}

describe('the unit of a step, by the configuration beside the log', () => {
  it.each<[string, string, Readonly<Record<string, number | string>>, string]>([
    ['verl', PLAIN, { 'actor_rollout_ref.rollout.n': 8 }, 'rollout'],
    ['EasyR1', PLAIN, { 'worker.rollout.n': 5 }, 'rollout'],
    ['OpenRLHF', PLAIN, { 'rollout.n_samples_per_prompt': 8 }, 'rollout'],
    ['NeMo-RL', PLAIN, { 'grpo.num_generations_per_prompt': 16 }, 'rollout'],
    ['prime-rl', PLAIN, { 'orchestrator.group_size': 16 }, 'rollout'],
    ['slime', PLAIN, { num_steps_per_rollout: 2 }, 'rollout'],
    ['AReaL', PLAIN, { 'gconfig.n_samples': 4 }, 'rollout'],
    ['SkyRL', PLAIN, { 'generator.n_samples_per_prompt': 5 }, 'rollout'],
    ['ROLL', PLAIN, { num_return_sequences_in_group: 8 }, 'rollout'],
    ['tinker', PLAIN, { 'dataset_builder.group_size': 16 }, 'rollout'],
    ['rllm', PLAIN, { 'rllm.rollout.n': 8 }, 'rollout'],
    ['torchtune', PLAIN, { grpo_samples: 16 }, 'update'],
    ['open-instruct, whose steps may be episodes', PLAIN, { num_samples_per_prompt_rollout: 4 }, 'unknown'],
    ['TRL’s names, K = 2, a reward of its own at every step', TRL_NAMES, { num_iterations: 2 }, 'rollout'],
    ['nobody’s names, K = 2, a reward of its own at every step', PLAIN, { num_iterations: 2 }, 'rollout'],
    ['TRL’s names, K = 2, a reward for each two steps', IN_PAIRS, { num_iterations: 2 }, 'unknown'],
    ['TRL’s names, K = 1: both', TRL_NAMES, { num_iterations: 1 }, 'rollout'],
    ['nothing of use', PLAIN, { seed: 1 }, 'unknown'],
  ])('%s', async (_, log, keys, unit) => {
    const { stepUnit } = await runOf(log, beside(keys));
    expect(stepUnit.value).toBe(unit);
    if (unit !== 'unknown') expect(stepUnit.from).toContain('args.json');
  });

  it('of the log’s own stack goes first', async () => {
    const log = jsonl(STEPS.map((step) => ({ step, reward: step, frac_reward_zero_std: 0, epoch: 0.1 })));
    expect((await runOf(log, beside({ num_iterations: 4 }))).stepUnit.value).toBe('update');
  });

  it('says nothing where steps are left out: K updates may lie between two rows', async () => {
    const log = jsonl(STEPS.map((step) => ({ step: step * 4, reward: (step * 7) % 11 })));
    expect((await runOf(log, beside({ num_iterations: 4 }))).stepUnit.value).toBe('unknown');
    expect((await runOf(log, beside({ num_iterations: 1 }))).stepUnit.value).toBe('unknown');
  });

  it.skipIf(!hasShared)('is a rollout batch in every labelled log', async () => {
    const folder = shared('logs', 'labelled');
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of names.filter((_, i) => i % 12 === 0)) {
      const log = shared('logs', 'labelled', name, 'log.jsonl');
      const [{ report }] = await analyseRuns(new NodeFileSource(log), {}, { config: nodeConfigPort(log) });
      expect([name, report.source.stepUnit.value]).toEqual([name, 'rollout']);
    }
  });
});
