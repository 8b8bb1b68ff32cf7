import { describe, expect, it } from 'vitest';
import type { ReadFolder } from './walkFolder';
import { walkFolder } from './walkFolder';

const TREE: Readonly<Record<string, readonly string[]>> = {
  '': ['a.csv', 'deep/', 'node_modules/', 'locked/', 'b.txt'],
  deep: ['c.csv', 'deeper/'],
  'deep/deeper': ['d.csv'],
  node_modules: ['no.csv'],
};

const read: ReadFolder = (folder) =>
  folder in TREE
    ? Promise.resolve(
        TREE[folder].map((name) => ({ name: name.replace('/', ''), isFolder: name.endsWith('/') })),
      )
    : Promise.reject(new Error('no permission'));

const walk = (limit: number, signal = new AbortController().signal): Promise<readonly string[]> =>
  walkFolder(
    read,
    (path) => path.endsWith('.csv'),
    (name) => name === 'node_modules',
    limit,
    signal,
  );

describe('walkFolder', () => {
  it('finds the wanted files, the nearest first, past what it cannot read', async () => {
    expect(await walk(9)).toEqual(['a.csv', 'deep/c.csv', 'deep/deeper/d.csv']);
  });

  it('ends at its limit', async () => {
    expect(await walk(2)).toEqual(['a.csv', 'deep/c.csv']);
  });

  it('ends when it is told to', async () => {
    expect(await walk(9, AbortSignal.abort())).toEqual([]);
  });
});
