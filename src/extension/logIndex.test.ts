import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../analysis/analysis';
import { LogError } from '../logs/logError';
import type { JobCall, JobRunner } from '../platform/engineClient';
import { abortedError } from '../platform/engineClient';
import type { Job } from '../platform/engineJob';
import { BACKGROUND_LIMIT_BYTES, LogIndex } from './logIndex';
import type { LogStat } from './logView';

const KEY = 'file:///run/log.jsonl';
const BACKGROUND = { urgency: 'background' } as const;
const NAMED = { urgency: 'now', series: true, evenIfNoLog: true } as const;
const RECOGNITION = { format: 'jsonl', rewardKey: 'reward' } as const;

/** A host whose files and engine are made of variables. */
class FakeHost {
  readonly files = new Map<string, LogStat>();
  readonly jobs: string[] = [];
  readonly details: string[] = [];
  isLog = true;
  fails: Error | null = null;
  held: Promise<void> | null = null;
  readonly index: LogIndex;
  readonly changes: string[] = [];

  constructor() {
    const runner = { run: (job: Job, call: JobCall) => this.#run(job, call), dispose: vi.fn() };
    this.index = new LogIndex({
      runner: runner as unknown as JobRunner,
      stat: (key) => Promise.resolve(this.files.get(key) ?? null),
      source: (key) => Promise.resolve({ kind: 'file', path: key }),
      log: (detail) => this.details.push(detail),
    });
    this.index.onDidChange((key) => this.changes.push(`${key.slice(-9)} ${this.index.look(key).kind}`));
  }

  write(key: string, size: number): void {
    this.files.set(key, { identity: `${size}`, size, modifiedAt: size });
  }

  count(kind: Job['kind']): number {
    return this.jobs.filter((job) => job === kind).length;
  }

  async #run(job: Job, call: JobCall): Promise<unknown> {
    this.jobs.push(job.kind);
    if (job.kind === 'recognise') return this.isLog ? RECOGNITION : null;
    call.onProgress?.({ bytes: 1, totalBytes: 2 });
    if (this.held !== null) await this.held;
    if (call.signal?.aborted === true) throw abortedError(job.source.path);
    if (this.fails !== null) throw this.fails;
    return [{ report: { source: { run: null } } } as unknown as Analysis];
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function turns(): Promise<void> {
  for (let i = 0; i < 10; i++) await turn();
}

describe('LogIndex', () => {
  let host: FakeHost;
  let index: LogIndex;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
    host = new FakeHost();
    index = host.index;
    host.write(KEY, 100);
  });

  afterEach(() => vi.useRealTimers());

  it('reads nothing until somebody asks', async () => {
    expect(index.look(KEY)).toEqual({ kind: 'unknown' });
    await index.refresh(KEY);
    expect(host.jobs).toEqual([]);
    expect(index.keys()).toEqual([]);
  });

  it('reads a log once for all who ask', async () => {
    const views = await Promise.all([index.analyse(KEY, BACKGROUND), index.analyse(KEY, NAMED)]);
    expect(views.map(({ kind }) => kind)).toEqual(['analysed', 'analysed']);
    await index.analyse(KEY, NAMED);
    expect(host.jobs).toEqual(['recognise', 'analyse']);
    expect(host.changes).toEqual(['log.jsonl reading', 'log.jsonl analysed']);
    expect(index.analysesOf(KEY)).toHaveLength(1);
  });

  it('recognises by content, once for one content', async () => {
    await Promise.all([index.recognise(KEY), index.recognise(KEY, 'now')]);
    await expect(index.recognise(KEY)).resolves.toEqual(RECOGNITION);
    expect(host.jobs).toEqual(['recognise']);
    host.write(KEY, 200);
    await index.recognise(KEY);
    expect(host.jobs).toEqual(['recognise', 'recognise']);
  });

  it('does not read on what is no log, unless a person named the file', async () => {
    host.isLog = false;
    await expect(index.analyse(KEY, BACKGROUND)).resolves.toEqual({ kind: 'not-a-log' });
    expect(host.count('analyse')).toBe(0);
    host.fails = new LogError({
      kind: 'binary',
      path: KEY,
      line: 2,
      reason: 'it is binary',
      remedy: 'give text',
    });
    const failure = { kind: 'binary', reason: 'it is binary', remedy: 'give text', line: 2 };
    await expect(index.analyse(KEY, NAMED)).resolves.toEqual({ kind: 'failed', recognition: null, failure });
  });

  it('says calmly that something went wrong, and keeps the stack for the output channel', async () => {
    host.fails = new Error('boom');
    const view = await index.analyse(KEY, NAMED);
    expect(view).toMatchObject({ kind: 'failed', failure: { kind: 'internal' } });
    expect(JSON.stringify(view)).not.toContain('boom');
    expect(host.details.join()).toContain('boom');
  });

  it('does not read a failed log again until it changes or is forgotten', async () => {
    host.fails = new Error('boom');
    await index.analyse(KEY, NAMED);
    await index.analyse(KEY, NAMED);
    expect(host.count('analyse')).toBe(1);
    index.forget(KEY);
    await index.analyse(KEY, NAMED);
    expect(host.count('analyse')).toBe(2);
  });

  it('follows a change of a log that was analysed, and shows the last view meanwhile', async () => {
    await index.analyse(KEY, BACKGROUND);
    host.write(KEY, 200);
    const refreshed = index.refresh(KEY);
    await turns();
    await refreshed;
    expect(host.changes).not.toContain('log.jsonl unknown');
    expect(index.look(KEY)).toMatchObject({ kind: 'analysed', stat: { size: 200 } });
  });

  it('does not read an unchanged file on a false alarm', async () => {
    await index.analyse(KEY, BACKGROUND);
    await index.refresh(KEY);
    expect(host.count('analyse')).toBe(1);
  });

  it('is not driven by its own updates when a log changes all the time', async () => {
    await index.analyse(KEY, BACKGROUND);
    for (let size = 101; size < 120; size++) {
      host.write(KEY, size);
      await index.analyse(KEY, BACKGROUND);
    }
    expect(host.count('analyse')).toBe(1);
    vi.advanceTimersByTime(3000);
    await index.analyse(KEY, BACKGROUND);
    expect(host.count('analyse')).toBe(2);
  });

  it('reads once more when the file changed while it was read', async () => {
    let release: () => void = () => undefined;
    host.held = new Promise((resolve) => (release = resolve));
    const first = index.analyse(KEY, BACKGROUND);
    await turns();
    host.write(KEY, 200);
    await index.refresh(KEY);
    host.held = null;
    release();
    await first;
    vi.advanceTimersByTime(10_000);
    await turns();
    expect(host.count('analyse')).toBe(2);
    expect(index.look(KEY)).toMatchObject({ kind: 'analysed', stat: { size: 200 } });
  });

  it('lets a slow log rest between two readings', async () => {
    let release: () => void = () => undefined;
    host.held = new Promise((resolve) => (release = resolve));
    const first = index.analyse(KEY, BACKGROUND);
    await turns();
    vi.advanceTimersByTime(5_000);
    release();
    host.held = null;
    await first;
    host.write(KEY, 200);
    await index.refresh(KEY);
    expect(host.count('analyse')).toBe(1);
    vi.advanceTimersByTime(10_000);
    await turns();
    expect(host.count('analyse')).toBe(2);
  });

  it('says that a deleted log is gone, once, and finds it again when it is back', async () => {
    await index.analyse(KEY, BACKGROUND);
    host.files.delete(KEY);
    await index.refresh(KEY);
    await index.refresh(KEY);
    expect(host.changes.filter((change) => change.endsWith('gone'))).toHaveLength(1);
    expect(index.analysesOf(KEY)).toBeNull();
    host.write(KEY, 100);
    await index.refresh(KEY);
    expect(index.look(KEY)).toEqual({ kind: 'unknown' });
    await expect(index.analyse(KEY, BACKGROUND)).resolves.toMatchObject({ kind: 'analysed' });
  });

  it('asks again when a file that was no log has changed', async () => {
    host.isLog = false;
    await index.analyse(KEY, BACKGROUND);
    host.isLog = true;
    host.write(KEY, 200);
    await index.refresh(KEY);
    expect(host.changes.at(-1)).toBe('log.jsonl unknown');
    await expect(index.analyse(KEY, BACKGROUND)).resolves.toMatchObject({ kind: 'analysed' });
  });

  it('asks again when a file that was only looked at has changed: an empty new log is filled later', async () => {
    host.isLog = false;
    await expect(index.recognise(KEY)).resolves.toBeNull();
    host.isLog = true;
    host.write(KEY, 200);
    await index.refresh(KEY);
    expect(host.changes).toEqual(['log.jsonl unknown']);
    await expect(index.recognise(KEY)).resolves.toEqual(RECOGNITION);
  });

  it('reads a very large log only when a person opens it', async () => {
    host.write(KEY, BACKGROUND_LIMIT_BYTES + 1);
    await expect(index.analyse(KEY, BACKGROUND)).resolves.toMatchObject({ kind: 'large' });
    expect(host.count('analyse')).toBe(0);
    await expect(index.analyse(KEY, { urgency: 'now' })).resolves.toMatchObject({ kind: 'analysed' });
  });

  it('stops reading on a cancel, and does not start again by itself', async () => {
    let release: () => void = () => undefined;
    host.held = new Promise((resolve) => (release = resolve));
    const answer = index.analyse(KEY, NAMED);
    await turns();
    index.cancel(KEY);
    release();
    await expect(answer).resolves.toMatchObject({ kind: 'failed', failure: { kind: 'aborted' } });
    await index.analyse(KEY, BACKGROUND);
    expect(host.count('analyse')).toBe(1);
  });

  it('keeps all points of the logs used last, and of the others the Reports', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `file:///run/${i}.jsonl`);
    for (const key of keys) {
      host.write(key, 10);
      await index.analyse(key, BACKGROUND);
    }
    expect(index.analysesOf(keys[0] ?? '')).toBeNull();
    expect(index.look(keys[0] ?? '').kind).toBe('analysed');
    await index.analyse(keys[0] ?? '', BACKGROUND);
    expect(host.count('analyse')).toBe(40);
    await index.analyse(keys[0] ?? '', NAMED);
    expect(host.count('analyse')).toBe(41);
  });

  it('tells how far a reading has come', async () => {
    const progress = vi.fn();
    index.onDidProgress(progress);
    await index.analyse(KEY, BACKGROUND);
    expect(progress.mock.calls).toEqual([[{ key: KEY, progress: { bytes: 1, totalBytes: 2 } }]]);
  });
});
