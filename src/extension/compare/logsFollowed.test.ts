import { describe, expect, it } from 'vitest';
import type { Report } from '../../report/report';
import { Emitter } from '../emitter';
import type { LogView } from '../logView';
import { LogsFollowed } from './logsFollowed';

const UNKNOWN: LogView = { kind: 'unknown' };

/** What the index says of a log of these bytes. */
function analysed(identity: string): LogView {
  return { kind: 'analysed', reports: [{} as Report], stat: { identity, size: 1, modifiedAt: 1 } };
}

/** A host whose logs tell what they are when the test lets them. */
function slowHost() {
  const follows = new Map<string, number>();
  const asked: (() => void)[] = [];
  const views = new Map<string, LogView>();
  const toldToIndex: string[] = [];
  const add = (key: string, by: number): void => void follows.set(key, (follows.get(key) ?? 0) + by);
  const changes = new Emitter<string>((error) => {
    throw error;
  });
  const host = {
    index: {
      onDidChange: changes.event,
      look: (key: string) => views.get(key) ?? UNKNOWN,
      isKnown: () => true,
      analyse: (key: string) => {
        toldToIndex.push(key);
        return Promise.resolve(UNKNOWN);
      },
    },
    follow: (key: string) => add(key, 1),
    unfollow: (key: string) => add(key, -1),
    comparer: {
      identity: () => new Promise<string | null>((resolve) => asked.push(() => resolve('same bytes'))),
    },
  };
  const answerAll = async (): Promise<void> => {
    while (asked.length > 0) {
      asked.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const change = (key: string, identity: string): void => {
    views.set(key, analysed(identity));
    changes.fire(key);
  };
  return { host, follows, toldToIndex, change, answerAll };
}

describe('LogsFollowed', () => {
  it('follows a log once when a comparison begins while another still asks for it', async () => {
    const { host, follows, answerAll } = slowHost();
    const followed = new LogsFollowed(host, () => undefined);
    const first = new AbortController();
    const runs = [followed.before(['a', 'b'], first.signal)];
    first.abort();
    runs.push(followed.before(['a', 'b'], new AbortController().signal));
    await answerAll();
    await Promise.all(runs);
    expect([...follows]).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    followed.dispose();
    expect([...follows.values()]).toEqual([0, 0]);
  });

  it('keeps what it follows where a comparison has ended before its logs were known', async () => {
    const { host, follows, change, answerAll } = slowHost();
    let changes = 0;
    const followed = new LogsFollowed(host, () => (changes += 1));
    const shown = followed.before(['a', 'b'], new AbortController().signal);
    await answerAll();
    await shown;
    const ended = followed.before(['a'], AbortSignal.abort());
    await answerAll();
    await ended;
    expect([...follows.values()]).toEqual([1, 1]);
    change('b', 'other bytes');
    expect(changes).toBe(1);
  });

  it('asks the index to know what it follows, nothing else', async () => {
    const { host, toldToIndex, answerAll } = slowHost();
    const followed = new LogsFollowed(host, () => undefined);
    const run = followed.before(['a', 'b'], new AbortController().signal);
    await answerAll();
    await run;
    followed.after();
    expect(toldToIndex).toEqual(['a', 'b']);
    followed.dispose();
    followed.after();
    expect(toldToIndex).toEqual(['a', 'b']);
  });

  it('follows nothing more after it has ended', async () => {
    const { host, follows, answerAll } = slowHost();
    const followed = new LogsFollowed(host, () => undefined);
    const controller = new AbortController();
    const run = followed.before(['a', 'b', 'c'], controller.signal);
    controller.abort();
    followed.dispose();
    await answerAll();
    await run;
    expect([...follows]).toEqual([['a', 0]]);
  });
});
