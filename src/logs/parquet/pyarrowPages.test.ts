import { describe, expect, it } from 'vitest';
import { PYARROW_FILES } from '../../../test/carriers/pyarrowFiles';
import { readText, valuesOf } from '../../../test/reading';

/** Ways of writing that are asked for by name: no trainer does. */
const ANSWERED = /gzip|Zstandard|delta/;

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
const files = Object.entries(PYARROW_FILES);

describe('files that pyarrow wrote', () => {
  it.each(files.filter(([name]) => !ANSWERED.test(name)))('are read: %s', async (_, base64) => {
    const { table } = await readText(bytesOf(base64));
    expect(valuesOf(table, 'step')).toEqual([5, 10]);
    expect(valuesOf(table, 'reward')).toEqual([0.75, 0.375]);
    expect(valuesOf(table, 'frac_reward_zero_std')).toEqual([0.5, 0.5]);
    for (const characters of valuesOf(table, 'completion_characters_mean'))
      expect(characters).toBeCloseTo(2.5, 12);
  });

  it.each(files.filter(([name]) => ANSWERED.test(name)))('are answered: %s', async (_, base64) => {
    await expect(readText(bytesOf(base64))).rejects.toThrow(
      /is compressed with (?:GZIP|ZSTD)|written in a way that is not read here/,
    );
  });
});
