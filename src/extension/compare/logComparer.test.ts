import { describe, expect, it } from 'vitest';
import type { LogIndexHost } from '../logIndexHost';
import { LogComparer } from './logComparer';

describe('LogComparer', () => {
  it('opens no log where the comparison has ended already', async () => {
    const opened: string[] = [];
    const host = {
      source: (key: string) => {
        opened.push(key);
        return Promise.reject(new Error('it was opened'));
      },
    } as unknown as LogIndexHost;
    const run = new LogComparer(host).compare([{ uri: 'f:/a.jsonl', run: null }], {
      signal: AbortSignal.abort(),
    });
    await expect(run).rejects.toMatchObject({ kind: 'aborted' });
    expect(opened).toEqual([]);
  });
});
