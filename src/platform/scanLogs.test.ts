import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../report/report';
import { contentKey } from './contentKey';
import type { JobRunner } from './engineClient';
import { pathOf, type Job } from './engineJob';
import { ReportCache } from './reportCache';
import { scanLogs, type ScannedLog } from './scanLogs';
import { Slots } from './slots';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scan-logs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Gives a Report that names its log, out of order, and counts what it was asked and how many at a time. */
class FakeRunner implements JobRunner {
  readonly asked: string[] = [];
  most = 0;
  #now = 0;

  async run(job: Job): Promise<never> {
    const path = pathOf(job);
    this.most = Math.max(this.most, ++this.#now);
    this.asked.push(path);
    for (let turn = 0; turn < (this.asked.length % 3) + 1; turn++)
      await new Promise((resolve) => setImmediate(resolve));
    this.#now--;
    if (path.endsWith('bad.jsonl')) throw new Error('bad');
    return [{ schema: 'grpo-dynamics/report@1', source: { path } }] as never;
  }

  dispose(): void {
    this.asked.length = 0;
  }
}

const write = (name: string, text = '{"step": 1, "reward": 0.1}\n'): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

async function scanned(
  logs: readonly string[],
  runner: FakeRunner,
  cache: ReportCache | null,
  engine = 'build 1',
): Promise<ScannedLog[]> {
  const all: ScannedLog[] = [];
  for await (const one of scanLogs(logs, runner, { options: {}, jobs: 2, cache, engine })) all.push(one);
  return all;
}

describe('scanLogs', () => {
  it('gives all logs in order, two at a time, and goes past one that fails', async () => {
    const logs = ['a', 'bad', ...Array.from({ length: 40 }, (_, i) => `x${i}`)].map((name) =>
      write(`${name}.jsonl`),
    );
    const runner = new FakeRunner();
    const all = await scanned(logs, runner, null);
    expect(all.map(({ path: log }) => log)).toEqual(logs);
    expect(all.filter((one) => 'error' in one)).toHaveLength(1);
    expect(runner.most).toBe(2);
  });

  it('fits only what changed: the log, or the configuration beside it, or the engine', async () => {
    const logs = [write('a.jsonl'), write('b.jsonl')];
    const cache = new ReportCache(path.join(folder, 'cache'));
    const asked = async (engine?: string): Promise<string[]> => {
      const runner = new FakeRunner();
      await scanned(logs, runner, cache, engine);
      return runner.asked.sort();
    };
    expect(await asked()).toEqual(logs);
    expect(await asked()).toEqual([]);
    appendFileSync(logs[1], '{"step": 2, "reward": 0.2}\n');
    expect(await asked()).toEqual([logs[1]]);
    write('config.yaml', 'num_generations: 8\n');
    expect(await asked()).toEqual(logs);
    expect(await asked()).toEqual([]);
    expect(await asked('build 2')).toEqual(logs);
  });

  it('keeps no Report of a log that was written to while it was read', async () => {
    const log = write('a.jsonl');
    const cache = new ReportCache(path.join(folder, 'cache'));
    const runner = new FakeRunner();
    const run = runner.run.bind(runner);
    runner.run = (job) => {
      appendFileSync(log, '\n');
      return run(job);
    };
    await scanned([log], runner, cache);
    await scanned([log], runner, cache);
    expect(runner.asked).toEqual([log, log]);
  });
});

describe('ReportCache', () => {
  it('gives back what it kept, and nothing for half a file or another’s', async () => {
    const cache = new ReportCache(folder);
    const reports = [{ schema: 'grpo-dynamics/report@1' }] as unknown as Report[];
    await cache.keep('aabb', reports);
    expect(await cache.find('aabb')).toEqual(reports);
    expect(readdirSync(path.join(folder, 'aa'))).toEqual(['bb.json']);
    writeFileSync(path.join(folder, 'aa', 'cc.json'), '[{"schema": "grpo-dyn');
    writeFileSync(path.join(folder, 'aa', 'dd.json'), '[{"schema": "another"}]');
    expect(await cache.find('aacc')).toBeNull();
    expect(await cache.find('aadd')).toBeNull();
    expect(await cache.find('ffff')).toBeNull();
  });
});

describe('contentKey', () => {
  it('differs by path and option, and is stable', async () => {
    const [a, b] = [write('a.jsonl'), write('b.jsonl')];
    const keys = await Promise.all([
      contentKey(a, {}, ''),
      contentKey(a, {}, ''),
      contentKey(b, {}, ''),
      contentKey(a, { until: 3 }, ''),
    ]);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('Slots', () => {
  it('gives a slot on when its work fails', async () => {
    const slots = new Slots(1);
    const failing = slots.within(() => Promise.reject(new Error('no')));
    const after = slots.within(() => Promise.resolve(7));
    await expect(failing).rejects.toThrow('no');
    expect(await after).toBe(7);
  });
});
