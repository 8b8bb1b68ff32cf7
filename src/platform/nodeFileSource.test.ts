import { chmodSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNobody } from '../../test/asNobody';
import { readLog } from '../logs/readLog';
import { NodeFileSource } from './nodeFileSource';

const ROW = '{"step": 1, "reward": 0.5}\n';

describe('NodeFileSource', () => {
  let folder: string;
  const file = (name: string): string => path.join(folder, name);
  const write = (name: string, text: string): string => {
    writeFileSync(file(name), text);
    return file(name);
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'grpo-source-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads ranges and gives what there is at the end', async () => {
    const source = new NodeFileSource(write('a.txt', '0123456789'));
    expect((await source.stat()).size).toBe(10);
    const read = async (offset: number, length: number): Promise<string> =>
      new TextDecoder().decode(await source.read(offset, length));
    expect(await read(0, 4)).toBe('0123');
    expect(await read(8, 100)).toBe('89');
    expect(await read(10, 5)).toBe('');
  });

  it('changes its identity when the file changes', async () => {
    const source = new NodeFileSource(write('b.txt', 'x'));
    const before = (await source.stat()).identity;
    expect((await source.stat()).identity).toBe(before);
    write('b.txt', 'xy');
    expect((await source.stat()).identity).not.toBe(before);
  });

  it.each<[string, string, string, RegExp]>([
    ['missing', 'nowhere.jsonl', 'missing', /no such file; check the path/],
    ['a folder', '.', 'unreadable', /it is a folder; name a log inside it/],
    ['a device', '../../../../../../dev/null', 'unreadable', /no regular file/],
    ['a path through a file', 'c.txt/d', 'missing', /no such file/],
  ])('says what is wrong: %s', async (_, name, kind, message) => {
    write('c.txt', 'x');
    const reading = readLog(new NodeFileSource('shown', file(name)), {}, {});
    await expect(reading).rejects.toMatchObject({ name: 'LogError', kind, path: 'shown' });
    await expect(reading).rejects.toThrow(message);
  });

  it('says that it may not read', async () => {
    const name = write('secret.jsonl', ROW);
    chmodSync(folder, 0o755);
    chmodSync(name, 0o000);
    const reading = asNobody(() => readLog(new NodeFileSource(name), {}, {}));
    await expect(reading).rejects.toMatchObject({ kind: 'unreadable' });
    await expect(reading).rejects.toThrow(/no permission to read it/);
  });

  it.each<[string, (name: string) => void, RegExp]>([
    ['vanishes', (name) => rmSync(name), /vanished while it was read/],
    ['is truncated', (name) => truncateSync(name, 100), /became shorter/],
    [
      'is replaced',
      (name) => {
        writeFileSync(`${name}.new`, ROW);
        renameSync(`${name}.new`, name);
      },
      /was replaced while it was read/,
    ],
  ])('notices that the file %s while it is read', async (_, change, message) => {
    // Far more than the chunk that is worked on and the one that is read ahead.
    const name = write('live.jsonl', ROW.repeat(300_000));
    let breaths = 0;
    const breathe = (): Promise<void> => {
      if (breaths++ === 0) change(name);
      return Promise.resolve();
    };
    const reading = readLog(new NodeFileSource(name), {}, { breathe });
    await expect(reading).rejects.toMatchObject({ kind: 'vanished' });
    await expect(reading).rejects.toThrow(message);
  });
});
