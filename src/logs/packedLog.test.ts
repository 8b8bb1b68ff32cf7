import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tfevents } from '../../test/carriers/tfevents';
import { jsonl, plainTable, readText, valuesOf } from '../../test/reading';
import { LogError } from './logError';

const ROWS = Array.from({ length: 500 }, (_, i) => ({ step: i, reward: Math.sin(i) }));
const TEXT = jsonl(ROWS);
const EVENTS = tfevents(ROWS);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('a gzip file', () => {
  it.each<[string, string | Uint8Array]>([
    ['JSON Lines', TEXT],
    ['event files', EVENTS],
  ])('of %s reads as what it holds', async (_, content) => {
    const [packed, plain] = [await readText(gzipSync(content)), await readText(content)];
    expect(packed.format).toBe(plain.format);
    expect(plainTable(packed.table)).toEqual(plainTable(plain.table));
    expect(packed.notes).toEqual([]);
  });

  it('may have several members, as logs that are packed in turns have', async () => {
    const cut = TEXT.indexOf('\n', 5000) - 7;
    const log = await readText(joined(gzipSync(TEXT.slice(0, cut)), gzipSync(TEXT.slice(cut))));
    expect(valuesOf(log.table, 'reward')).toEqual(ROWS.map(({ reward }) => reward));
  });

  it('that is cut off gives what is before, and says so', async () => {
    const long = jsonl(Array.from({ length: 20_000 }, (_, i) => ({ step: i, reward: Math.sin(i) })));
    const bytes = gzipSync(long);
    const log = await readText(bytes.subarray(0, bytes.length - 10_000));
    expect(log.unfinished).toBe(true);
    expect(log.notes).toEqual(['The gzip file is cut off: read up to there.']);
    expect(log.table.rowCount).toBeGreaterThan(15_000);
  });

  it('that unpacks to far more than a log is given up', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, '{"reward": 1}\n'));
    await expect(readText(bomb)).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('that is empty, or holds no log, is told as that', async () => {
    await expect(readText(gzipSync(''))).rejects.toMatchObject({ kind: 'empty' });
    await expect(readText(gzipSync(Buffer.from([0, 1, 2, 3, 0, 0, 255])))).rejects.toMatchObject({
      kind: 'binary',
    });
  });

  it('with any damage is read as far as it goes, or refused in words', async () => {
    const whole = gzipSync(TEXT);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), fc.nat(), async (at, value, keep) => {
        const bytes = Uint8Array.from(whole.subarray(0, 3 + (keep % whole.length)));
        if (at % bytes.length > 2) bytes[at % bytes.length] = value;
        const answer = await readText(bytes).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(LogError);
      }),
      { numRuns: 200 },
    );
  });
});
