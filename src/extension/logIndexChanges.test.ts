import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLogHost, RECOGNITION, turns } from '../../test/fakeLogHost';
import type { LogIndex } from './logIndex';

const KEY = 'file:///run/log.jsonl';
const BACKGROUND = { urgency: 'background' } as const;
const NAMED = { urgency: 'now', series: true, evenIfNoLog: true } as const;

describe('LogIndex, when something changes', () => {
  let host: FakeLogHost;
  let index: LogIndex;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
    host = new FakeLogHost();
    index = host.index;
    host.write(KEY, 100);
  });

  afterEach(() => vi.useRealTimers());

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

  it('leaves a log that changes as it is where logs are not followed, until a person asks', async () => {
    await index.analyse(KEY, BACKGROUND);
    host.settings = { ...host.settings, isLive: false };
    host.write(KEY, 200);
    vi.advanceTimersByTime(60_000);
    await index.refresh(KEY);
    await index.analyse(KEY, BACKGROUND);
    expect(host.count('analyse')).toBe(1);
    await index.analyse(KEY, NAMED);
    expect(host.count('analyse')).toBe(2);
  });

  it('reads an unchanged log again under new settings, at once or after the reading that is under way', async () => {
    const set = (groupSize: number): void => {
      host.settings = { ...host.settings, options: { settings: { groupSize } } };
    };
    await index.analyse(KEY, BACKGROUND);
    set(4);
    let release: () => void = () => undefined;
    host.held = new Promise((resolve) => (release = resolve));
    const reread = index.reread(KEY);
    await turns();
    set(8);
    await index.reread(KEY);
    release();
    await reread;
    vi.advanceTimersByTime(10_000);
    await turns();
    expect(host.options.map(({ settings }) => settings?.groupSize)).toEqual([undefined, 4, 8]);
  });

  it('does not know a log that has been excluded, unless a person names it', async () => {
    await index.analyse(KEY, BACKGROUND);
    host.settings = { ...host.settings, isExcluded: true };
    await index.reread(KEY);
    await expect(index.recognise(KEY)).resolves.toBeNull();
    expect(index.look(KEY)).toEqual({ kind: 'not-a-log' });
    await expect(index.analyse(KEY, NAMED)).resolves.toMatchObject({ kind: 'analysed' });
  });
});
