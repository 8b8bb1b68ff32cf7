import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asNobody } from '../../test/asNobody';
import { writeMlflowRun } from '../../test/carriers/mlflow';
import { tfevents } from '../../test/carriers/tfevents';
import { history, item, wandbFile } from '../../test/carriers/wandb';
import { logsOf } from './logsOf';
import { scanFolder } from './scanFolder';

const LOG = '{"step": 1, "reward": 0.1}\n{"step": 2, "reward": 0.2}\n';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scan-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array = LOG): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const found = async (): Promise<string[]> =>
  (await scanFolder(folder)).logs.map((log) => path.relative(folder, log));

describe('scanFolder', () => {
  it('finds logs by content, in sorted order, whatever their names', async () => {
    for (const name of ['b/run.log', 'a/metrics.txt', 'z.jsonl', 'B.csv']) write(name);
    write('package.json', '{"name": "x", "version": "1.0.0"}');
    write('notes.md', '# reward went up');
    write('empty.jsonl', '');
    expect(await found()).toEqual(['B.csv', 'a/metrics.txt', 'b/run.log', 'z.jsonl']);
  });

  it('passes by what never holds a log', async () => {
    for (const name of ['node_modules/x/a.jsonl', '.git/a.jsonl', '.venv/a.jsonl']) write(name);
    expect(await found()).toEqual([]);
  });

  it('takes the event files of a folder for one run, and its sub-folders for others', async () => {
    const events = tfevents([{ step: 1, 'train/reward': 0.5 }]);
    for (const name of ['runs/events.out.tfevents.1.a', 'runs/events.out.tfevents.2.a', 'runs/b/x.tfevents'])
      write(name, events);
    write('hparams/events.out.tfevents.1.a', tfevents([{ step: 0, hp_metric: -1 }]));
    expect(await found()).toEqual(['runs/b/x.tfevents', 'runs/events.out.tfevents.1.a']);
  });

  it('takes the folder of an MLflow run for the run', async () => {
    const metrics = { reward: '1 0.1 1\n2 0.2 2\n3 0.3 3\n', 'train/kl': '1 0.1 1\n' };
    writeMlflowRun(path.join(folder, 'mlruns/0/aa'), metrics, { num_generations: '8' });
    writeMlflowRun(path.join(folder, 'mlruns/0/bb'), metrics);
    writeMlflowRun(path.join(folder, 'mlruns/0/cc'), { loss: '1 0.1 1\n' });
    write('mlruns/0/meta.yaml', 'experiment_id: 0\n');
    write('mlruns/0/bb/artifacts/log.jsonl');
    write('elsewhere/artifacts/log.jsonl');
    expect(await found()).toEqual(['elsewhere/artifacts/log.jsonl', 'mlruns/0/aa', 'mlruns/0/bb']);
    expect((await logsOf(path.join(folder, 'mlruns/0/aa'))).logs).toHaveLength(1);
  });

  it('takes the folders of a resumed W&B run for one run', async () => {
    const log = (first: number): Uint8Array =>
      wandbFile(
        [first, first + 1].map((step) => history(step, [item(['reward'], '0.5'), item(['kl'], '0.1')])),
      );
    write('wandb/run-20260101_000000-id/run-id.wandb', log(1));
    write('wandb/run-20260102_000000-id/run-id.wandb', log(2));
    write('wandb/run-20260103_000000-other/run-other.wandb', log(1));
    symlinkSync('run-20260102_000000-id', path.join(folder, 'wandb/latest-run'));
    expect(await found()).toEqual([
      'wandb/latest-run/run-id.wandb',
      'wandb/run-20260103_000000-other/run-other.wandb',
    ]);
  });

  it('visits links once, and ends in loops of them', async () => {
    write('run/a.jsonl');
    symlinkSync(folder, path.join(folder, 'run', 'loop'));
    symlinkSync(path.join(folder, 'run', 'a.jsonl'), path.join(folder, 'z-link.jsonl'));
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'broken'));
    expect(await found()).toEqual(['run/a.jsonl']);
  });

  it('stops at its limits and says so', async () => {
    for (let i = 0; i < 10; i++) write(`${i}.jsonl`);
    write('deep/er/still/a.jsonl');
    const few = await scanFolder(folder, { depth: 12, entries: 3 });
    expect(few.logs).toHaveLength(3);
    expect(few.cutShort).toBe(true);
    const flat = await scanFolder(folder, { depth: 1, entries: 100 });
    expect(flat.logs).toHaveLength(10);
    expect(flat.cutShort).toBe(true);
  });
});

describe('logsOf', () => {
  it('is the file itself, though it is missing: reading it says why', async () => {
    expect(await logsOf('nowhere.jsonl')).toEqual({ logs: ['nowhere.jsonl'], errors: [] });
  });

  it('says what it looked into where a folder has no log', async () => {
    write('a.txt', 'hello');
    const { logs, errors } = await logsOf(`${folder}/`);
    expect(logs).toEqual([]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/no reward log in this folder \(looked into 1 file\); /),
    ]);
  });

  it('says one thing of a folder that it may not read, and not that it is empty', async () => {
    chmodSync(folder, 0o000);
    const { logs, errors } = await asNobody(() => logsOf(folder));
    chmodSync(folder, 0o700);
    expect(logs).toEqual([]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/the folder cannot be read \(EACCES\); /),
    ]);
  });

  it('keeps the folder as it was given in the paths of its logs', async () => {
    write('a.jsonl');
    expect((await logsOf(`${folder}/`)).logs).toEqual([`${folder}/a.jsonl`]);
  });
});
