import { describe, expect, it } from 'vitest';
import { Emitter } from '../emitter';
import type { LogView } from '../logView';
import { LogsFollowed } from './logsFollowed';

const UNKNOWN: LogView = { kind: 'unknown' };

/** A host whose logs tell what they are when the test lets them. */
function slowHost() {
  const follows = new Map<string, number>();
  const asked: (() => void)[] = [];
  const add = (key: string, by: number): void => void follows.set(key, (follows.get(key) ?? 0) + by);
  const changes = new Emitter<string>((error) => {
    throw error;
  });
  const host = {
    index: {
      onDidChange: changes.event,
      look: () => UNKNOWN,
      isKnown: () => true,
      analyse: () => Promise.resolve(UNKNOWN),
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
  return { host, follows, answerAll };
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
