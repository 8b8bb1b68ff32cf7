import { describe, expect, it } from 'vitest';
import { goldenLogs } from '../../test/goldenSeries';
import { hasShared, shared } from '../../test/shared';
import { readLog } from '../logs/readLog';
import { NodeFileSource } from '../platform/nodeFileSource';
import { buildRuns } from './buildRuns';

const BINARY = /^(?:tensorboard|wandb-binary)\//;
const GOLDEN = goldenLogs().filter(({ file }) => BINARY.test(file));

/** TensorBoard and some of W&B's numbers are float32. */
function expectClose(value: number | undefined, expected: number): void {
  expect(Math.abs((value ?? NaN) - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
}

describe.skipIf(!hasShared)('the binary reference logs', () => {
  it('are one event file and three of W&B', () => {
    expect(GOLDEN).toHaveLength(4);
  });

  it.each(GOLDEN)('$file', async (golden) => {
    const log = await readLog(new NodeFileSource(shared('logs', golden.file)), {}, {});
    const [run, ...others] = buildRuns(log, {});
    expect(others).toEqual([]);
    expect([log.malformed, log.unfinished]).toEqual([0, false]);
    expect(run.metrics.get('reward')).toBe(golden.rewardKey);
    const { steps, values, lines } = run.reward;
    expect(lines).toBeNull();
    expect([steps.length, steps.at(0), steps.at(-1)]).toEqual([
      golden.count,
      golden.firstStep,
      golden.lastStep,
    ]);
    expect(run.rows - run.dropped.noReward).toBe(golden.rewardRows);
    expect(run.dropped.averaged).toBe(golden.rewardRows - golden.count);
    expectClose(values.at(0), golden.firstReward);
    expectClose(values.at(-1), golden.lastReward);
    expectClose(values.reduce((sum, value) => sum + value, 0) / values.length, golden.meanReward);
  });

  it('reads the short log of tinker, whose rows are too few for a reference answer', async () => {
    const file = 'sushantmehta-code__tinker-cookbook__tinker_8zwal4ai.wandb';
    const log = await readLog(new NodeFileSource(shared('logs', 'wandb-binary', file)), {}, {});
    const [run] = buildRuns(log, {});
    expect(run.metrics.get('reward')).toBe('env/all/reward/total');
    expect(run.reward.values).toHaveLength(7);
    expect(log.header.get('learning_rate')).toBe(4e-5);
  });

  it('says of the file without history why it has none', async () => {
    const file = new NodeFileSource(
      shared('logs', 'wandb-binary', 'zhiyuanhubj__logic-rl-formula__no_history.wandb'),
    );
    await expect(readLog(file, {}, {})).rejects.toThrow('no record was ever written to it');
  });
});
