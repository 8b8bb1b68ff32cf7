import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import type { RunOptions } from './runOptions';

const base = { reward: 0.5, 'completions/mean_length': 9, epoch: 0.1 };
const log = (row: (step: number) => object): string =>
  jsonl([1, 2, 3, 4].map((step) => ({ step, ...base, ...row(step) })));

describe('a column that is constant by construction', () => {
  it.each<[string, (step: number) => object, RunOptions, string[]]>([
    [
      'clip ratio with one update',
      () => ({ 'clip_ratio/region_mean': 0 }),
      { refreshInterval: 1 },
      ['clipFraction'],
    ],
    ['the same with K unknown', () => ({ 'clip_ratio/region_mean': 0 }), {}, ['clipFraction']],
    [
      'the same with several updates: a finding',
      () => ({ 'clip_ratio/region_mean': 0 }),
      { refreshInterval: 4 },
      [],
    ],
    ['one that moves', (step) => ({ 'clip_ratio/region_mean': step / 100 }), { refreshInterval: 1 }, []],
    ['KL without a penalty', () => ({ kl: 0 }), { klCoefficient: 0 }, ['kl']],
    ['KL with one that starts at 0', (step) => ({ kl: step - 1 }), { klCoefficient: 0.1 }, []],
  ])('%s', async (_, row, options, names) => {
    const run = await runOf(log(row), options);
    expect([...run.unavailable.keys()]).toEqual(names);
    expect(run.notes.filter((note) => note.includes('says nothing'))).toHaveLength(names.length);
  });

  it('is verl’s old-policy KL, and truncation is none', async () => {
    const rows = [1, 2, 3].map((step) => ({
      step,
      'critic/score/mean': 0.1,
      'actor/ppo_kl': 0,
      'actor/pg_clipfrac': 0,
      'response_length/clip_ratio': 0,
    }));
    const run = await runOf(jsonl(rows), { refreshInterval: 1 });
    expect([...run.unavailable.keys()]).toEqual(['clipFraction', 'klOldPolicy']);
    expect(run.metrics.get('truncatedFraction')).toBe('response_length/clip_ratio');
  });
});
