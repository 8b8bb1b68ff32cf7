import { describe, expect, it } from 'vitest';
import { completionsParquet, parquet } from '../../../test/carriers/parquet';
import type { LoggedCompletion } from '../../../test/carriers/parquet';
import { readText, runOf, valuesOf } from '../../../test/reading';
import { JoinedSource } from '../joinedSource';
import { MemorySource } from '../memorySource';
import { readLog } from '../readLog';

/** One group: rewards of one prompt, with the advantages that equal weights give. */
function group(
  step: number,
  prompt: string,
  rewards: readonly number[],
  weights: readonly number[] = [],
): LoggedCompletion[] {
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  return rewards.map((reward, i) => ({
    step,
    prompt,
    completion: 'é'.repeat(i + 1),
    rewards: { accuracy_reward: reward },
    advantage: weights[i] ?? reward - mean,
  }));
}

const ROWS = [
  ...group(5, 'a', [1, 0, 1, 0]),
  ...group(5, 'b', [1, 1, 1, 1]),
  ...group(10, 'c', [0, 0, 0, 0]),
  ...group(10, 'a', [1, 1, 1, 0]),
];

describe('readParquet', () => {
  it('gives the statistics of the groups of TRL completions', async () => {
    const { table, format, notes } = await readText(completionsParquet(ROWS));
    expect(format).toBe('parquet');
    expect(valuesOf(table, 'step')).toEqual([5, 10]);
    expect(valuesOf(table, 'reward')).toEqual([0.75, 0.375]);
    expect(valuesOf(table, 'rewards/accuracy_reward/mean')).toEqual([0.75, 0.375]);
    // Two of four: √(1/3); one of four: 1/2. The mean is over the groups of a step.
    expect(valuesOf(table, 'reward_std_within_group')[0]).toBeCloseTo(Math.sqrt(1 / 3) / 2, 12);
    expect(valuesOf(table, 'reward_std_within_group')[1]).toBeCloseTo(0.25, 12);
    expect(valuesOf(table, 'frac_reward_zero_std')).toEqual([0.5, 0.5]);
    expect(valuesOf(table, 'frac_groups_solved')).toEqual([0.5, 0]);
    expect(valuesOf(table, 'frac_groups_starved')).toEqual([0, 0.5]);
    expect(valuesOf(table, 'completion_characters_mean')[1]).toBeCloseTo(2.5, 12);
    expect(notes.join(' ')).toContain(
      '1 at the highest reward of the run (solved), 1 at the lowest (starved)',
    );
    expect(JSON.stringify([...table.texts])).toBe('[]');
  });

  it('makes a run of them that knows its group size and what its spread is', async () => {
    const run = await runOf(completionsParquet(ROWS));
    expect(run.config.get('groupSize')).toEqual({ value: 4, from: 'column num_generations', kind: 'log' });
    expect([...run.metrics.values()]).toContain('reward_std_within_group');
    expect([...run.metrics.values()]).toContain('frac_reward_zero_std');
  });

  it('is the same whether the groups lie in one row group, in several, or in several files', async () => {
    const whole = await readText(completionsParquet(ROWS));
    const cut = await readText(completionsParquet(ROWS, 3));
    const joined = await readLog(
      new JoinedSource('c', [
        new MemorySource('a', completionsParquet(ROWS.slice(0, 8))),
        new MemorySource('b', completionsParquet(ROWS.slice(8))),
      ]),
      {},
      {},
    );
    for (const { table } of [cut, joined])
      for (const [key, column] of whole.table.numbers)
        expect(valuesOf(table, key)).toEqual([...column.values]);
    expect(joined.notes[0]).toBe('2 Parquet files read as one run.');
  });

  it.each<[string, readonly number[], RegExp]>([
    ['agree', [], /weight 1 each, which the advantages agree with/],
    ['disagree', [0, 1, 0, 1], /do not agree with it in 1 of 1 groups/],
  ])('says whether the advantages %s with equal weights', async (_, advantages, note) => {
    const rows = group(1, 'a', [1, 0, 1, 0], advantages).map((row) => ({
      ...row,
      rewards: { ...row.rewards, format_reward: null },
    }));
    expect((await readText(completionsParquet(rows))).notes.join(' ')).toMatch(note);
  });

  it('reads any other table row by row, without what looks like samples', async () => {
    const { table, notes } = await readText(
      parquet({ run: ['a', 'a', 'b'], step: [1, 2, 1], reward: [0.5, null, NaN], prompt: ['x', 'y', 'z'] }),
    );
    expect(valuesOf(table, 'step')).toEqual([1, 2, 1]);
    expect([...(table.numbers.get('reward')?.rows ?? [])]).toEqual([0, 2]);
    expect(table.texts.get('run')?.values).toEqual(['a', 'a', 'b']);
    expect(table.texts.has('prompt')).toBe(false);
    expect(notes).toContain('Not numbers, left out: prompt.');
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
    ['a file without its end', (bytes) => bytes.slice(0, -20), /has no end/],
    [
      'a footer that is damaged',
      (bytes) => bytes.with(bytes.length - 40, 255).with(bytes.length - 8, 9),
      /damaged/,
    ],
    ['a page that claims a billion values', withHugePage, /damaged/],
  ])('answers %s', async (_, change, message) => {
    await expect(readText(change(parquet({ step: [1, 2], reward: [1, 2] })))).rejects.toThrow(message);
  });
});

/** The first page's header begins behind the magic: type, then the unpacked size. */
function withHugePage(bytes: Uint8Array): Uint8Array {
  const huge = bytes.slice();
  huge.set([0x15, 0x00, 0x15, 0xfe, 0xff, 0xff, 0xff, 0x0f], 4);
  return huge;
}
