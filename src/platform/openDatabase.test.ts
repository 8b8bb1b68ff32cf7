import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasSqlite, mlflowDatabase, trackioDatabase } from '../../test/carriers/sqlite';
import { readLog } from '../logs/readLog';
import { readSqlite } from '../logs/sqlite/readSqlite';
import { buildRuns } from '../run/buildRuns';
import type { Run } from '../run/run';
import { sniffLog } from '../run/sniffLog';
import { NodeFileSource } from './nodeFileSource';

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'sqlite-')), 'runs.db');
});
afterEach(() => {
  rmSync(path.dirname(file), { recursive: true });
});

const runs = async (): Promise<readonly Run[]> =>
  buildRuns(await readLog(new NodeFileSource(file), {}, {}), {});
const points = ({ reward }: Run): number[][] => [[...reward.steps], [...reward.values]];

// node:sqlite is part of Node from 22.5 on; on an older one there is nothing to build a database with.
describe.skipIf(!hasSqlite)('a database of a tracker', () => {
  it('is read as the runs of MLflow', async () => {
    await mlflowDatabase(file, {
      'calm-fox': {
        rewards: [0.25, 0.5, 0.75],
        params: { num_generations: '8', learning_rate: '1e-6', user: 'jane' },
      },
      'wild-cat': { rewards: [1, NaN, 2], params: { num_generations: '8', learning_rate: '2e-6' } },
    });
    const [fox, cat] = await runs();
    expect([fox.name, cat.name]).toEqual(['calm-fox', 'wild-cat']);
    expect(points(fox)).toEqual([
      [1, 2, 3],
      [0.25, 0.5, 0.75],
    ]);
    expect(points(cat)).toEqual([
      [1, 3],
      [1, 2],
    ]);
    expect(fox.config.get('groupSize')?.value).toBe(8);
    expect(await sniffLog(new NodeFileSource(file))).toEqual({ format: 'sqlite', rewardKey: 'reward' });
  });

  it('is read as the run of a trackio project, a resume replacing what it repeats', async () => {
    await trackioDatabase(file, [
      { run: 'a', step: 0, metrics: { reward: 0.5, kl: 'NaN' } },
      { run: 'a', step: 1, metrics: { reward: 0.75, kl: 0.1 } },
      { run: 'a', step: 1, metrics: { reward: 1, kl: 0.2 } },
      { run: 'a', step: 0, metrics: { reward: 2, kl: 0.3 } },
    ]);
    const [run] = await runs();
    expect(points(run)).toEqual([[0], [2]]);
    expect(run.config.get('groupSize')?.value).toBe(8);
  });

  it('is recognised by its first rows, whatever follows', async () => {
    await mlflowDatabase(file, { long: { rewards: [1, 2, 3, 4], params: {} } });
    const { table } = await readSqlite(new NodeFileSource(file), 3);
    expect([...(table.numbers.get('reward')?.values ?? [])]).toEqual([1, 2, 3]);
  });

  it('is a typed error where it is of something else or holds nothing', async () => {
    await trackioDatabase(file, []);
    await expect(runs()).rejects.toThrow(/holds no value of a metric yet/);
  });
});
