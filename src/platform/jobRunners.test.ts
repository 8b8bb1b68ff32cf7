import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LogError } from '../logs/logError';
import { analyse, recognise } from './engineClient';
import type { JobRunner } from './engineClient';
import { InlineRunner } from './inlineRunner';
import { loadEngine } from './loadEngine';
import type { Translations } from './speak';
import { WorkerClient, WorkersMissingError } from './workerClient';
import { startWorkerThread } from './workerThread';

const DIR = mkdtempSync(path.join(os.tmpdir(), 'grpo-runners-'));
const WORKER = path.join(DIR, 'worker.cjs');
const ENGINE = path.join(DIR, 'engine.cjs');

function log(rows: number): string {
  const reward = (step: number): number => 0.8 - 0.6 * Math.exp(-step / 60) + 0.01 * Math.sin(7.3 * step);
  return Array.from({ length: rows }, (_, i) => `${JSON.stringify({ step: i, reward: reward(i) })}\n`).join(
    '',
  );
}

function written(name: string, text: string): { readonly kind: 'file'; readonly path: string } {
  const file = path.join(DIR, name);
  writeFileSync(file, text);
  return { kind: 'file', path: file };
}

beforeAll(async () => {
  const bundle = (entry: string, outfile: string): ReturnType<typeof build> =>
    build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
  await Promise.all([bundle('src/platform/worker.ts', WORKER), bundle('src/platform/engine.ts', ENGINE)]);
});

afterAll(() => rmSync(DIR, { recursive: true }));

describe.each<[string, () => JobRunner]>([
  ['a worker thread', () => new WorkerClient(() => startWorkerThread(WORKER))],
  ['the host itself', () => new InlineRunner(() => loadEngine(ENGINE))],
])('the engine in %s', (_name, start) => {
  let runner: JobRunner;
  beforeAll(() => {
    runner = start();
  });
  afterAll(() => runner.dispose());

  it('recognises a log by its opening, and nothing else', async () => {
    const found = await recognise(runner, written('log.txt', log(50)));
    expect(found).toEqual({ format: 'jsonl', rewardKey: 'reward' });
    await expect(recognise(runner, written('prices.csv', 'day,price\n1,2\n'))).resolves.toBeNull();
  });

  it('reads and fits a file, says how far it is, and hands out the points first', async () => {
    const events: string[] = [];
    const call = {
      onProgress: vi.fn(() => events.push('progress')),
      onPoints: vi.fn(() => events.push('points')),
    };
    const [{ report, reward, series }] = await analyse(runner, written('log.jsonl', log(400)), {}, call);
    expect(report.fits.exponential?.constants['plateau']).toBeCloseTo(0.8, 2);
    expect(reward.values).toBeInstanceOf(Float64Array);
    expect(series).toBeInstanceOf(Map);
    expect(call.onPoints).toHaveBeenCalledOnce();
    expect(events.filter((event) => event === 'points')).toEqual(['points']);
  });

  it('reads bytes that the host has read, as often as it is asked', async () => {
    const bytes = new TextEncoder().encode(log(100));
    const source = { kind: 'bytes', path: 'vfs:/log.jsonl', bytes } as const;
    await analyse(runner, source);
    const [{ reward }] = await analyse(runner, source);
    expect(reward.values).toHaveLength(100);
    expect(bytes.byteLength).toBeGreaterThan(0);
  });

  it('passes options on', async () => {
    const [{ reward }] = await analyse(runner, written('log.jsonl', log(100)), { until: 30 });
    expect(reward.values).toHaveLength(31);
  });

  it.each([
    ['missing', { kind: 'file', path: path.join(DIR, 'nowhere.jsonl') }],
    ['empty', { kind: 'bytes', path: 'empty.jsonl', bytes: new Uint8Array() }],
    [
      'no-reward',
      { kind: 'bytes', path: 'loss.jsonl', bytes: new TextEncoder().encode('{"step":1,"loss":2}\n') },
    ],
  ] as const)('tells a fault of the log (%s) with reason and remedy', async (kind, source) => {
    const failed: unknown = await analyse(runner, source).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(LogError);
    expect(failed).toMatchObject({ kind, path: source.path });
    expect((failed as LogError).remedy).not.toBe('');
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const reading = analyse(runner, written('long.jsonl', log(60_000)), {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
    await expect(recognise(runner, written('log.jsonl', log(50)))).resolves.not.toBeNull();
  });

  it('stops in the middle of a fit when it is cancelled, and finishes what else it has in hand', async () => {
    const controller = new AbortController();
    const source = written('fitted.jsonl', log(20_000));
    const call = { signal: controller.signal, onPoints: () => setTimeout(() => controller.abort(), 20) };
    const fitting = analyse(runner, source, {}, call);
    const other = analyse(runner, written('log.jsonl', log(400)));
    await expect(fitting).rejects.toMatchObject({ kind: 'aborted' });
    await expect(other).resolves.toHaveLength(1);
  });

  it('gives the same Report wherever it runs', async () => {
    const source = { kind: 'bytes', path: 'log.jsonl', bytes: new TextEncoder().encode(log(120)) } as const;
    const { runJob } = createRequire(ENGINE)(ENGINE) as ReturnType<typeof loadEngine>;
    const hooks = { onProgress: vi.fn(), onPoints: vi.fn(), breathe: () => Promise.resolve() };
    const direct = await runJob(
      { kind: 'analyse', source, options: {} },
      hooks,
      new AbortController().signal,
    );
    const analyses = await analyse(runner, source);
    expect({ ok: true, value: structuredClone(analyses) }).toEqual(structuredClone(direct));
  });
});

describe.each<[string, (translations?: Translations) => JobRunner]>([
  ['a worker thread', (given) => new WorkerClient(() => startWorkerThread(WORKER, given))],
  ['the host itself', (given) => new InlineRunner(() => loadEngine(ENGINE, given))],
])('the language of %s', (_name, start) => {
  it.each([
    [{ 'no such file': '没有此文件' }, '没有此文件'],
    [undefined, 'no such file'],
  ])('given %j says %j', async (translations, reason) => {
    const runner = start(translations);
    const missing = { kind: 'file', path: path.join(DIR, 'nowhere.jsonl') } as const;
    await expect(analyse(runner, missing)).rejects.toMatchObject({ reason });
    runner.dispose();
  });
});

describe('a worker that cannot start', () => {
  it('is told from one that crashed: its script is not there', async () => {
    const client = new WorkerClient(() => startWorkerThread(path.join(DIR, 'nowhere.cjs')));
    const source = { kind: 'bytes', path: 'a.jsonl', bytes: readFileSync(WORKER) } as const;
    await expect(recognise(client, source)).rejects.toThrow(WorkersMissingError);
    client.dispose();
  });
});
