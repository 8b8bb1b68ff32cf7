import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, runOf, valuesOf } from '../../test/reading';
import { FromUtf16, utf16Of, type Utf16 } from './utf16';

/** Text as a shell writes it. */
function utf16(text: string, order: Utf16, hasMark: boolean): Uint8Array {
  const units = hasMark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), order === 'utf-16le');
  return new Uint8Array(view.buffer);
}

const LOG = Array.from(
  { length: 6 },
  (_, i) => `{'loss': 0.1, 'reward': 0.${i + 1}, 'epoch': 0.0${i}}\r\n`,
).join('');
const ORDERS: readonly Utf16[] = ['utf-16le', 'utf-16be'];

describe('UTF-16', () => {
  it.each(ORDERS.flatMap((order) => [true, false].map((hasMark) => [order, hasMark] as const)))(
    'is read in %s, mark: %s, with the lines of the file',
    async (order, hasMark) => {
      const bytes = utf16(LOG, order, hasMark);
      const { table, format } = await readText(bytes);
      expect(format).toBe('console');
      expect(valuesOf(table, 'reward')).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
      expect([...(table.lines ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
      expect((await runOf(bytes)).reward.values).toHaveLength(6);
    },
  );

  it('is cut anywhere', () => {
    const cuts = fc.array(fc.nat(100));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), cuts, fc.constantFrom(...ORDERS), (text, at, order) => {
        const bytes = utf16(text, order, true);
        const got: number[] = [];
        const from = new FromUtf16(order, (chunk) => got.push(...chunk));
        let start = 0;
        for (const end of [...at.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
          (a, b) => a - b,
        )) {
          from.push(bytes.subarray(start, end));
          start = end;
        }
        from.end();
        expect(got).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  it.each<[string, readonly number[]]>([
    ['text', [123, 10, 123, 10]],
    ['numbers of eight bytes', [24, 0, 0, 0, 0, 0, 0, 0]],
    ['nothing', []],
  ])('is not %s', (_, bytes) => {
    expect(utf16Of(Uint8Array.from(bytes))).toBeNull();
  });
});
