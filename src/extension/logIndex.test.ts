import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogError } from '../logs/logError';
import { FakeLogHost, RECOGNITION, turns } from '../../test/fakeLogHost';
import type { LogIndex } from './logIndex';

const KEY = 'file:///run/log.jsonl';
const BACKGROUND = { urgency: 'background' } as const;
const NAMED = { urgency: 'now', series: true, evenIfNoLog: true } as const;

describe('LogIndex', () => {
  let host: FakeLogHost;
  let index: LogIndex;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
    host = new FakeLogHost();
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

  it('reads a very large log only when a person opens it', async () => {
    host.write(KEY, 1001);
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
