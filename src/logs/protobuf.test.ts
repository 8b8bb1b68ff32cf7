import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesField, doubleField, floatField, integerField, join } from '../../test/carriers/protobufWriter';
import { ProtoCursor, WIRE } from './protobuf';

function walk(bytes: Uint8Array): { fields: unknown[]; isMalformed: boolean } {
  const cursor = new ProtoCursor();
  const fields: unknown[] = [];
  cursor.open(bytes, 0, bytes.length);
  while (cursor.next())
    fields.push([
      cursor.field,
      cursor.wire === WIRE.varint
        ? cursor.integer
        : cursor.wire === WIRE.fixed64
          ? cursor.double
          : cursor.wire === WIRE.fixed32
            ? cursor.float
            : [...bytes.subarray(cursor.start, cursor.end)],
    ]);
  return { fields, isMalformed: cursor.isMalformed };
}

describe('ProtoCursor', () => {
  it('reads every wire type', () => {
    const message = join(
      integerField(1, 300),
      doubleField(2, 0.1),
      bytesField(3, Uint8Array.of(1, 2)),
      floatField(16, 0.5),
      bytesField(2047, ''),
    );
    const { fields, isMalformed } = walk(message);
    expect(fields).toEqual([
      [1, 300],
      [2, 0.1],
      [3, [1, 2]],
      [16, 0.5],
      [2047, []],
    ]);
    expect(isMalformed).toBe(false);
  });

  it('reads 64-bit integers with their sign, exact up to 2^53', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(walk(integerField(2, value)).fields).toEqual([[2, value]]);
      }),
    );
  });

  it.each<[string, number[]]>([
    ['a varint without end', [8, 0x80, 0x80]],
    ['a varint of more than ten bytes', [8, ...new Array<number>(11).fill(0xff)]],
    ['a text longer than the message', [10, 200, 1, 65]],
    ['a length that is negative', [10, ...new Array<number>(9).fill(0xff), 1]],
    ['a group', [11]],
    ['a float that is cut off', [13, 0, 0]],
  ])('ends at %s', (_, bytes) => {
    expect(walk(Uint8Array.from(bytes))).toEqual({ fields: [], isMalformed: true });
  });

  it('walks over any bytes without reading outside them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(walk(bytes).fields.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 1000 },
    );
  });
});
