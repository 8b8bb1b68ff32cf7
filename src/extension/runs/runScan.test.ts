import { describe, expect, it, vi } from 'vitest';
import type { RunScanHost } from './runScan';
import { RunScan } from './runScan';

const LOG = { format: 'jsonl', rewardKey: 'reward' } as const;

/** A workspace of files whose names say what they are and how new: `log-3`, `text-7`. */
function hostOf(names: readonly string[], over: Partial<RunScanHost> = {}) {
  const fitted: string[] = [];
  const found: string[] = [];
  const host: RunScanHost = {
    find: () => Promise.resolve({ keys: names, isFull: false }),
    recognise: (key) => Promise.resolve(key.includes('log') ? LOG : null),
    modifiedAt: (key) => Promise.resolve(Number(/\d+$/.exec(key)?.[0] ?? 0)),
    fit: (key) => {
      fitted.push(key);
      return Promise.resolve();
    },
    onFound: (key) => found.push(key),
    onProgress: () => undefined,
    ...over,
  };
  return { host, fitted, found };
}

describe('RunScan', () => {
  it('finds the logs and fits the newest, newest first', async () => {
    const { host, fitted, found } = hostOf(['log-1', 'text-9', 'log-3', 'log-2']);
    const scan = new RunScan(host, 2);
    await scan.start();
    expect(found.sort()).toEqual(['log-1', 'log-2', 'log-3']);
    expect(fitted).toEqual(['log-3', 'log-2']);
    expect(scan.progress).toEqual({
      stage: 'done',
      looked: 4,
      files: 4,
      isFull: false,
      logs: 3,
      left: 1,
    });
  });

  it('takes the event files of a folder for one run', async () => {
    const { host, found } = hostOf(['a/log.tfevents.1', 'a/log.tfevents.2', 'b/log.tfevents.3']);
    await new RunScan(host, 9).start();
    expect(found).toEqual(['a/log.tfevents.1', 'b/log.tfevents.3']);
  });

  it('looks into few files at once', async () => {
    let now = 0;
    let most = 0;
    const recognise = async (): Promise<null> => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now -= 1;
      return null;
    };
    await new RunScan(
      hostOf(
        Array.from({ length: 100 }, (_, i) => `text-${i}`),
        { recognise },
      ).host,
      9,
    ).start();
    expect(most).toBeLessThanOrEqual(8);
  });

  it('stops where it is told to, and keeps what it found', async () => {
    const { host, fitted, found } = hostOf(['log-1', 'log-2', 'log-3']);
    const fit: RunScanHost['fit'] = (key) => {
      scan.stop();
      return host.fit(key);
    };
    const scan: RunScan = new RunScan({ ...host, fit }, 9);
    await scan.start();
    expect(fitted).toEqual(['log-3']);
    expect(found).toHaveLength(3);
    expect(scan.progress.stage).toBe('stopped');
  });

  it('asks the search to stop too', async () => {
    const heard = vi.fn();
    const find: RunScanHost['find'] = (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          heard();
          resolve({ keys: [], isFull: false });
        });
      });
    const scan = new RunScan(hostOf([], { find }).host, 9);
    const done = scan.start();
    scan.stop();
    await done;
    expect(heard).toHaveBeenCalledOnce();
  });

  it('begins again, and the earlier scan ends', async () => {
    const { host, fitted } = hostOf(['log-1', 'log-2']);
    const scan = new RunScan(host, 9);
    const first = scan.start();
    await Promise.all([first, scan.start()]);
    expect(fitted).toEqual(['log-2', 'log-1']);
    expect(scan.progress).toMatchObject({ stage: 'done', looked: 2, logs: 2 });
  });

  it('passes on why a search failed, and is done', async () => {
    const scan = new RunScan(hostOf([], { find: () => Promise.reject(new Error('no search')) }).host, 9);
    await expect(scan.start()).rejects.toThrow('no search');
    expect(scan.progress.stage).toBe('done');
  });
});
