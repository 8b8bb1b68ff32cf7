import { describe, expect, it } from 'vitest';
import { rows } from '../../test/metricKeys';
import { runOf } from '../../test/reading';

describe('the configuration', () => {
  it('takes flags over what the log shows, and says where each is from', async () => {
    const text = rows(4, (i) => ({ step: i, reward: i, learning_rate: 1e-6 * i, group_size: 8 }));
    expect((await runOf(text)).config.get('learningRate')).toEqual({
      value: 3e-6,
      from: 'largest learning_rate in the log',
      kind: 'largest',
    });
    expect((await runOf(text)).config.get('groupSize')).toEqual({
      value: 8,
      from: 'column group_size',
      kind: 'log',
    });
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
    expect(run.config.get('maxSteps')).toEqual({
      value: 100,
      from: 'log header: max_steps',
      kind: 'log',
    });
  });
});
