import { expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';

/** One file, three kinds of rows with columns of their own: rollouts, the updates made of each, evaluations now and then. */
const ROUNDS = 12;
const rows = Array.from({ length: ROUNDS }, (_, step) => [
  { type: 'rollout', step, reward: 0.1 * step, 'response_length/mean': 100 + step },
  { type: 'train', step, loss: 1 / (step + 1), entropy: 2 - 0.1 * step, grad_norm: 0.5 },
  ...(step % 5 === 0 ? [{ type: 'eval', step, eval_reward: 0.05 * step }] : []),
]).flat();

it('reads row types that take turns as one run, each metric by its own rows', async () => {
  const run = await runOf(jsonl(rows));
  const steps = (name: Parameters<typeof run.series.get>[0]): number[] | null => {
    const series = run.series.get(name);
    return series === undefined ? null : [...series.steps];
  };
  const all = Array.from({ length: ROUNDS }, (_, step) => step);
  expect([...run.reward.steps]).toEqual(all);
  expect(run.reward.values[7]).toBeCloseTo(0.7, 12);
  expect(run.reward.lines?.[1]).toBe(4);
  expect(steps('entropy')).toEqual(all);
  expect(steps('evalReward')).toEqual([0, 5, 10]);
  expect(run.dropped.noReward).toBe(rows.length - ROUNDS);
  expect(run.dropped.replacedByResume).toBe(0);
});
