import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenLogs } from '../../test/goldenSeries';
import { hasShared, shared } from '../../test/shared';
import { readLog } from '../logs/readLog';
import { NodeFileSource } from '../platform/nodeFileSource';
import { buildRuns } from './buildRuns';
import type { Run } from './run';

const CARRIERS =
  /^(?:custom-jsonl|custom-text|custom-json|ipynb|tinker|trl-trainer_state|verl-csv|open-instruct|labelled)\//;

async function runsOf(file: string): Promise<Run[]> {
  return buildRuns(await readLog(new NodeFileSource(shared('logs', file)), {}, {}), {});
}
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!hasShared)('the reference logs', () => {
  it.each(goldenLogs().filter(({ file }) => CARRIERS.test(file)))('$file', async (golden) => {
    const [run, ...others] = await runsOf(golden.file);
    expect(others).toEqual([]);
    const { steps, values } = run.reward;
    expect(run.metrics.get('reward')).toBe(golden.rewardKey);
    expect(run.metrics.get('step')).toBe(golden.stepKey);
    expect([steps.length, steps.at(0), steps.at(-1)]).toEqual([
      golden.count,
      golden.firstStep,
      golden.lastStep,
    ]);
    expect(run.rows).toBeGreaterThanOrEqual(golden.rewardRows);
    expect(run.rows - run.dropped.noReward).toBe(golden.rewardRows);
    expect(values.at(0)).toBeCloseTo(golden.firstReward, 6);
    expect(values.at(-1)).toBeCloseTo(golden.lastReward, 6);
    expect(mean(values)).toBeCloseTo(golden.meanReward, 6);
    expect(run.dropped).toMatchObject({
      malformed: 0,
      nonFinite: 0,
      noStep: 0,
      averaged: 0,
      replacedByResume: 0,
    });
  });

  it('covers the carriers read so far', () => {
    expect(goldenLogs().filter(({ file }) => CARRIERS.test(file))).toHaveLength(29);
  });

  it.each<[string, (string | null)[], number[]]>([
    ['verl-csv/memoryoffish__nlp_grpo__grpo_curves.csv', ['pure-GRPO', 'SFT-GRPO'], [159, 159]],
    [
      'verl-csv/memoryoffish__nlp_grpo__curves_entropy.csv',
      [
        'control [sparse, KL.001, ent.001, T1.0]',
        'divC [shaped, KL.03, ent.01, T1.2]',
        'divD [shaped, KL.005, ent.03, T1.3]',
      ],
      [89, 32, 32],
    ],
    ['open-instruct/allenai__open-instruct__rl0_7b.csv', [null], [2000]],
    ['tinker/rohunagrawal__reward-hacking-entropy__qwen3_4b_Easy.jsonl', [null], [5]],
    ['trl-console/JuncyLu__trl_DAPO__run_terminal_md.md', [null], [49]],
    [
      'custom-json/TiandaSun__KG_GRPO__goodhart.json',
      ['E1_outcome', 'E2_heuristic', 'E3_verifiable'],
      [12, 1259, 1259],
    ],
    [
      'custom-text/astOwOlfo__tinker-cookbook-reward-hacking__big_run_hack_by_epoch.txt',
      [
        'ENV TYPE: AEEnv (24669/196893 rollouts, 12.5%)',
        'ENV TYPE: BashCodeforcesEnv (24640/196893 rollouts, 12.5%)',
        'ENV TYPE: OmitDescriptionEnv (24640/196893 rollouts, 12.5%)',
        'ENV TYPE: SWEFixerEnv (24640/196893 rollouts, 12.5%)',
        'ENV TYPE: SyntheticEnv (98304/196893 rollouts, 49.9%)',
      ],
      [24, 24, 24, 24, 24],
    ],
    ['verl-console/zhiyuanhubj__logic-rl-formula__wandb_output_log.log', [null], [9]],
  ])('reads the runs of %s', async (file, names, counts) => {
    const runs = await runsOf(file);
    expect(runs.map(({ name }) => name)).toEqual(names);
    expect(runs.map(({ reward }) => reward.steps.length)).toEqual(counts);
  });

  it('reads every run of a document once', async () => {
    const runs = await runsOf('custom-json/arvindcr4__tinker-rl-lab__wave6_ablations.json');
    const sweeps = { temperature_sweep: [0, 1, 2, 3, 4], rank_sweep: [0, 1, 2, 4], batch_sweep: [0, 2, 3] };
    expect(runs.map(({ name }) => name)).toEqual(
      Object.entries(sweeps).flatMap(([sweep, places]) => places.map((place) => `${sweep}/${place}`)),
    );
    for (const { reward, notes } of runs) {
      expect(reward.steps.length).toBe(30);
      expect(notes).toContainEqual(
        expect.stringMatching(/^The same rows as elsewhere in the file, left out: rank/),
      );
    }
  });

  it('takes the restart of a run for what it is', async () => {
    const [run] = await runsOf('tinker/rohunagrawal__reward-hacking-entropy__qwen3_4b_Easy.jsonl');
    expect(run.dropped).toMatchObject({ replacedByResume: 10, averaged: 1 });
    expect(run.marks).toEqual([{ kind: 'resume', step: 0, line: 11 }]);
    expect(run.reward.values.at(0)).toBe((0.9677734375 + 1) / 2);
  });

  it('reads every labelled log with the evidence its labels rest on', async () => {
    const folders = readdirSync(shared('logs', 'labelled')).filter((name) => !name.endsWith('.json'));
    expect(folders.length).toBeGreaterThan(50);
    let withEvaluation = 0;
    for (const folder of folders) {
      const [run] = await runsOf(`labelled/${folder}/log.jsonl`);
      expect([folder, run.metrics.get('reward'), run.reward.steps.length === run.rows]).toEqual([
        folder,
        'reward',
        true,
      ]);
      for (const name of ['zeroStdFraction', 'entropy', 'rewardStd', 'rewardStdBatch', 'gradNorm'] as const)
        expect([folder, name, run.series.has(name)]).toEqual([folder, name, true]);
      expect(run.metrics.get('rewardStd')).toBe('group_reward_std_mean');
      // One update per rollout batch: nothing can be clipped, and the log says null, not 0.
      expect(run.series.has('clipFraction')).toBe(!folder.endsWith('_num_iterations1'));
      withEvaluation += run.metrics.get('evalReward') === 'eval_accuracy' ? 1 : 0;
    }
    expect(withEvaluation).toBe(41);
  });
});
