import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tfevents } from '../../test/carriers/tfevents';
import { analyse } from '../analysis/analyse';
import { openLog } from './openLog';

const rows = (first: number, last: number, reward: number): { step: number; 'train/reward': number }[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ step: first + i, 'train/reward': reward }));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'events-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

describe('openLog', () => {
  it('reads all event files of a folder as one run, in the order of their time, whichever is named', async () => {
    // Their names sort against their times.
    const later = write('events.out.tfevents.1.host', tfevents(rows(21, 40, 0.75), 2e9));
    const earlier = write('events.out.tfevents.2.host', tfevents(rows(1, 30, 0.25), 1e9));
    write('notes.tfevents.txt', 'no events');
    for (const file of [later, earlier]) {
      const [report] = await analyse(await openLog(file), {});
      expect(report.source).toMatchObject({ path: file, steps: { first: 1, last: 40, count: 40 } });
      expect(report.source.dropped.replacedByResume).toBe(10);
      expect(report.notes).toContain('2 event files read as one run.');
    }
  });

  it.each<[string, string | Uint8Array | null, RegExp]>([
    ['a file that is not there', null, /no such file/],
    ['a file that is no event file', 'no events at all', /none of|no readable record|binary/],
  ])('lets the others not stand for %s', async (_, content, message) => {
    write('events.out.tfevents.1.a', tfevents(rows(1, 5, 1)));
    write('events.out.tfevents.2.b', tfevents(rows(1, 5, 1)));
    const file = content === null ? path.join(folder, 'x.tfevents') : write('x.tfevents', content);
    await expect(openLog(file).then((source) => analyse(source, {}))).rejects.toThrow(message);
  });
});
