import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortLabels } from './shortLabels';

describe('shortLabels', () => {
  it.each<[string, Record<string, string>]>([
    ['a log alone in its folder by the folder', { 'runs/a/metrics.jsonl': 'a', 'runs/b/metrics.jsonl': 'b' }],
    ['logs that share a folder by both', { 'runs/a.csv': 'runs/a.csv', 'runs/b.csv': 'runs/b.csv' }],
    ['a log of the root by its file', { 'metrics.jsonl': 'metrics.jsonl' }],
    [
      'folders of one name by what is before them',
      { 'x/seed1/m.csv': 'x/seed1', 'y/seed1/m.csv': 'y/seed1', 'y/seed2/m.csv': 'seed2' },
    ],
  ])('names %s', (_what, expected) => {
    expect(Object.fromEntries(shortLabels(Object.keys(expected)))).toEqual(expected);
  });

  it('gives each of different paths a label that ends in parts of it', () => {
    const part = fc.constantFrom('a', 'b', 'c');
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        const labels = shortLabels(paths);
        expect([...labels.keys()].sort()).toEqual([...paths].sort());
        for (const [from, label] of labels) expect(from.includes(label)).toBe(true);
      }),
    );
  });
});
