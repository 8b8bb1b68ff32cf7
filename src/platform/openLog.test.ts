import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tfevents } from '../../test/carriers/tfevents';
import { writeMlflowRun } from '../../test/carriers/mlflow';
import { config, history, item, wandbFile } from '../../test/carriers/wandb';
import { analyse } from '../analysis/analyse';
import { openLog } from './openLog';

const rows = (first: number, last: number, reward: number): { step: number; 'train/reward': number }[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ step: first + i, 'train/reward': reward }));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'events-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
};

describe('openLog', () => {
  it('reads all event files of a folder as one run, in the order of their time, whichever is named', async () => {
    // Their names sort against their times.
    const later = write('events.out.tfevents.1.host', tfevents(rows(21, 40, 0.75), 2e9));
    const earlier = write('events.out.tfevents.2.host', tfevents(rows(1, 30, 0.25), 1e9));
    write('notes.tfevents.txt', 'no events');
    for (const file of [later, earlier]) {
      const [report] = await analyse(await openLog(file), {});
      expect(report.source).toMatchObject({ path: file, steps: { first: 1, last: 40, count: 40 } });
      expect(report.source.dropped.replacedByResume).toBe(10);
      expect(report.notes).toContain('2 event files read as one run.');
    }
  });

  it.each<[string, string | Uint8Array | null, RegExp]>([
    ['a file that is not there', null, /no such file/],
    ['a file that is no event file', 'no events at all', /none of|no readable record|binary/],
  ])('lets the others not stand for %s', async (_, content, message) => {
    write('events.out.tfevents.1.a', tfevents(rows(1, 5, 1)));
    write('events.out.tfevents.2.b', tfevents(rows(1, 5, 1)));
    const file = content === null ? path.join(folder, 'x.tfevents') : write('x.tfevents', content);
    await expect(openLog(file).then((source) => analyse(source, {}))).rejects.toThrow(message);
  });

  it('reads all attempts at a resumed W&B run, whichever is named, and replaces what a resume repeats', async () => {
    const attempt = (first: number, last: number, reward: number): Uint8Array =>
      wandbFile([
        config([item(['num_generations'], '8')]),
        ...Array.from({ length: last - first + 1 }, (_, i) =>
          history(first + i, [item(['_step'], String(first + i)), item(['train/reward'], String(reward))]),
        ),
      ]);
    // More than one block, and one that ends within a block.
    const later = write('wandb/run-20260103_000000-ab1/run-ab1.wandb', attempt(901, 1000, 0.75));
    const earlier = write('wandb/offline-run-20260101_000000-ab1/run-ab1.wandb', attempt(0, 950, 0.25));
    write('wandb/run-20260102_000000-zz9/run-zz9.wandb', attempt(0, 2000, 9));
    for (const file of [later, earlier]) {
      const [report] = await analyse(await openLog(file), {});
      expect(report.source).toMatchObject({ path: file, steps: { first: 0, last: 1000, count: 1001 } });
      expect(report.source.dropped).toMatchObject({ replacedByResume: 50, malformed: 0 });
      expect(report.notes).toContain('2 W&B files with one run id read as one run.');
    }
  });

  it.each(['mlruns/1/ab', 'mlruns/1/ab/meta.yaml', 'mlruns/1/ab/metrics/train/reward'])(
    'reads the MLflow run that %s stands for',
    async (named) => {
      const lines = Array.from({ length: 30 }, (_, i) => `${1000 + i} ${i / 32} ${i + 1}\n`).join('');
      writeMlflowRun(path.join(folder, 'mlruns/1/ab'), { 'train/reward': lines }, { num_generations: '4' });
      const [report] = await analyse(await openLog(path.join(folder, named)), {});
      expect(report.source).toMatchObject({ format: 'mlflow', steps: { first: 1, last: 30, count: 30 } });
      expect(JSON.stringify(report)).not.toMatch(/jane|secret-name/);
    },
  );
});
