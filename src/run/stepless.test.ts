import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';

describe('metrics without a step', () => {
  it('counts the values that have none and names no metric without a value', async () => {
    const rows = [0, 1, 2, 3].map((step) => ({ step, reward: step / 10, entropy: 1 }));
    const run = await runOf(
      jsonl([...rows, { 'eval/reward': 0.5, entropy: 1 }, { 'eval/reward': 0.6 }, { entropy: null }]),
    );
    expect(run.notes).toContain('Values without a step, left out: 1 of entropy, 2 of eval/reward.');
    expect(run.series.get('entropy')?.values).toHaveLength(4);
    expect([...run.metrics.keys()]).toEqual(['reward', 'step', 'entropy']);
  });

  it('says nothing where every row has one', async () => {
    const run = await runOf(jsonl([0, 1, 2].map((step) => ({ step, reward: 1, entropy: NaN }))));
    expect(run.notes.join()).not.toContain('without a step');
  });

  it("gives slime's evaluations the rollouts they are numbered by", async () => {
    const lines = [0, 1, 2, 3, 4].flatMap((id) => [
      `rollout.py:91 - rollout ${id}: {'rollout/raw_reward': 0.${id + 1}, 'rollout/truncated_ratio': 0.1}`,
      ...(id % 2 === 0 ? [`rollout.py:12 - eval ${id}: {'eval/aime': 0.2${id}}`] : []),
    ]);
    const run = await runOf(`${lines.join('\n')}\n`);
    expect([...(run.series.get('evalReward')?.steps ?? [])]).toEqual([0, 2, 4]);
    expect([...(run.series.get('evalReward')?.values ?? [])]).toEqual([0.2, 0.22, 0.24]);
  });
});
