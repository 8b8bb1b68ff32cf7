import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rows } from '../../test/metricKeys';
import { jsonl, runOf, runsOf } from '../../test/reading';

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
