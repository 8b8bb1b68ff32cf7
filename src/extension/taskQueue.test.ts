import { describe, expect, it } from 'vitest';
import { TaskQueue } from './taskQueue';

/** A task that notes its start and ends when told to. */
function held(started: string[], name: string): { task: () => Promise<string>; end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const task = async (): Promise<string> => {
    started.push(name);
    await ended;
    return name;
  };
  return { task, end };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('TaskQueue', () => {
  it('runs at most its limit at once, the latest asked first', async () => {
    const started: string[] = [];
    const queue = new TaskQueue(1);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => held(started, name)) as [
      ReturnType<typeof held>,
      ReturnType<typeof held>,
      ReturnType<typeof held>,
    ];
    const results = [a, b, c].map(({ task }, i) => queue.run(String(i), 'background', task));
    expect(started).toEqual(['a']);
    a.end();
    await settled();
    expect(started).toEqual(['a', 'c']);
    c.end();
    b.end();
    await expect(Promise.all(results)).resolves.toEqual(['a', 'b', 'c']);
  });

  it('lets what is wanted now, or becomes so, pass the queue', () => {
    const started: string[] = [];
    const queue = new TaskQueue(1);
    void queue.run('a', 'background', held(started, 'a').task);
    void queue.run('b', 'background', held(started, 'b').task);
    void queue.run('c', 'now', held(started, 'c').task);
    queue.promote('b');
    queue.promote('b');
    expect(started).toEqual(['a', 'c', 'b']);
  });

  it('goes on after a task that fails', async () => {
    const queue = new TaskQueue(1);
    const failing = queue.run('a', 'background', () => Promise.reject(new Error('no')));
    const next = queue.run('b', 'background', () => Promise.resolve('b'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('b');
  });
});
