import { describe, expect, it } from 'vitest';
import { readText } from '../../test/reading';
import type { ByteSource } from './byteSource';
import { MemorySource } from './memorySource';
import { readLog } from './readLog';

const ROWS = '{"step": 1, "reward": 0.5}\n{"step": 2, "reward": 0.6}\n';

describe('readLog', () => {
  it.each<[string, string | Uint8Array, string, string | undefined, string, number | null, RegExp]>([
    ['nothing', '', 'empty', undefined, 'empty', null, /the file is empty; wait/],
    ['blanks', ' \n\t\r\n', 'blank', undefined, 'empty', null, /empty/],
    [
      'noise',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
      'noise',
      undefined,
      'binary',
      null,
      /binary/,
    ],
    [
      'prose',
      'hello world\nthis is it\n',
      'prose',
      undefined,
      'not-a-log',
      1,
      /none of trainer_state, jsonl, json, ipynb, csv, tsv, console/,
    ],
    ['a JSON document', '{\n  "name": "x"\n}\n', 'doc', undefined, 'not-a-log', 1, /no list of records/],
    [
      'an unknown format',
      ROWS,
      'log',
      'xml',
      'bad-option',
      null,
      /unknown format "xml"; use one of: trainer_state/,
    ],
    ['the wrong format', ROWS, 'log', 'trainer_state', 'not-a-log', null, /No list "log_history"/],
    [
      'a first record being written',
      '{"step": 1, "rew',
      'log',
      undefined,
      'not-a-log',
      1,
      /not complete yet; wait/,
    ],
    ['200,000 brackets', '['.repeat(200_000), 'log', undefined, 'not-a-log', 1, /no list of records/],
    [
      '200,000 objects',
      '{"a":'.repeat(200_000),
      'log',
      undefined,
      'not-a-log',
      1,
      /no readable record|not complete/,
    ],
    [
      'one line of 50 MB',
      `{"a": "${'x'.repeat(50_000_000)}"}`,
      'log',
      undefined,
      'not-a-log',
      1,
      /over 16 MB/,
    ],
  ])('answers %s with a reason and a remedy', async (_, content, path, format, kind, line, message) => {
    const reading = readLog(new MemorySource(path, content), format === undefined ? {} : { format }, {});
    await expect(reading).rejects.toMatchObject({ name: 'LogError', kind, path, line });
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(/^[^\n]+$/);
  });

  it('reads a one-line trainer_state.json of any length', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, i) => `{"step": ${i}, "reward": ${i / 2}, "kl": 0.00012345678901}`,
    );
    const raw = await readText(`{"log_history": [${rows.join(', ')}], "max_steps": 5}`);
    expect(raw).toMatchObject({ format: 'trainer_state', table: { rowCount: 200_000 }, malformed: 0 });
  });

  it('reports bytes and lets the host breathe after every chunk', async () => {
    const text = ROWS.repeat(50_000);
    const seen: number[] = [];
    let breaths = 0;
    const breathe = (): Promise<void> => {
      breaths++;
      return Promise.resolve();
    };
    await readLog(
      new MemorySource('log', text),
      {},
      { breathe, onProgress: ({ bytes }) => seen.push(bytes) },
    );
    expect(seen.at(-1)).toBe(text.length);
    expect(seen.length).toBeGreaterThan(2);
    expect(breaths).toBe(seen.length);
  });

  it('stops at a cancel, before and while reading', async () => {
    const source = new MemorySource('log', ROWS.repeat(100_000));
    await expect(readLog(source, {}, {}, AbortSignal.abort())).rejects.toMatchObject({ kind: 'aborted' });
    const controller = new AbortController();
    let breaths = 0;
    const breathe = (): Promise<void> => {
      if (++breaths === 2) controller.abort();
      return Promise.resolve();
    };
    await expect(readLog(source, {}, { breathe }, controller.signal)).rejects.toMatchObject({
      kind: 'aborted',
    });
    expect(breaths).toBe(2);
  });

  it('says so when the file becomes shorter while it is read', async () => {
    const bytes = new TextEncoder().encode(ROWS.repeat(100_000));
    const shrinking: ByteSource = {
      path: 'log',
      stat: () => Promise.resolve({ size: bytes.length, identity: '1' }),
      read: (offset, length) =>
        Promise.resolve(bytes.subarray(0, 1_500_000).subarray(offset, offset + length)),
    };
    await expect(readLog(shrinking, {}, {})).rejects.toMatchObject({ kind: 'vanished' });
  });

  it('reads what was there when it was opened, not what is appended meanwhile', async () => {
    const bytes = new TextEncoder().encode(ROWS + ROWS);
    const growing: ByteSource = {
      path: 'log',
      stat: () => Promise.resolve({ size: ROWS.length, identity: '1' }),
      read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    };
    expect((await readLog(growing, {}, {})).table.rowCount).toBe(2);
  });

  it('takes an asked-for format over its own judgement', async () => {
    expect((await readText('a,b\nx,y\n', 'csv')).format).toBe('csv');
  });
});
