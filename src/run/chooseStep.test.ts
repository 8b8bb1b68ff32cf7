import { describe, expect, it } from 'vitest';
import { keysOf, rows } from '../../test/metricKeys';
import { jsonl, runOf, runsOf } from '../../test/reading';

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
    expect(run.config.get('maxSteps')).toEqual({
      value: 438,
      from: 'column global_step/max_steps',
      kind: 'log',
    });
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
