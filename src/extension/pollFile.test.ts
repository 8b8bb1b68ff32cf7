import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLogHost, turns } from '../../test/fakeLogHost';
import { POLL_MS, pollFile } from './pollFile';

const KEY = 'file:///run/log.jsonl';

describe('a file that no watcher tells of', () => {
  let host: FakeLogHost;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'setInterval', 'clearInterval'] });
    host = new FakeLogHost();
    host.write(KEY, 100);
  });

  afterEach(() => vi.useRealTimers());

  const pass = async (ms: number): Promise<void> => {
    vi.advanceTimersByTime(ms);
    await turns();
  };

  it('is read again when it has grown, and only then', async () => {
    await host.index.analyse(KEY, { urgency: 'background' });
    const poll = pollFile(host.index, KEY);
    await pass(4 * POLL_MS);
    expect(host.count('analyse')).toBe(1);
    host.write(KEY, 200);
    await pass(POLL_MS);
    expect(host.count('analyse')).toBe(2);
    expect(host.index.look(KEY)).toMatchObject({ kind: 'analysed', stat: { size: 200 } });
    poll.dispose();
    host.write(KEY, 300);
    await pass(4 * POLL_MS);
    expect(host.count('analyse')).toBe(2);
  });

  it('is left alone while nobody has asked about it', async () => {
    const poll = pollFile(host.index, KEY);
    host.write(KEY, 200);
    await pass(4 * POLL_MS);
    expect(host.count('analyse')).toBe(0);
    poll.dispose();
  });

  it('is told as gone when it has been deleted', async () => {
    await host.index.analyse(KEY, { urgency: 'background' });
    const poll = pollFile(host.index, KEY);
    host.remove(KEY);
    await pass(POLL_MS);
    expect(host.index.look(KEY)).toMatchObject({ kind: 'gone' });
    poll.dispose();
  });
});
