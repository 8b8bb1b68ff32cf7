import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as bitwise from '../../test/carriers/tfevents';
import { CRC32_IEEE, CRC32C } from './crc32';

const DIGITS = new TextEncoder().encode('123456789');

describe('the checks', () => {
  it('have the published check values of "123456789"', () => {
    expect(CRC32_IEEE.of(DIGITS, 0, 9)).toBe(0xcbf43926);
    expect(CRC32C.of(DIGITS, 0, 9)).toBe(0xe3069283);
  });

  it('agree with the definition on any bytes, any part, and in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.nat(), (bytes, a, b) => {
        const [start, end] = [a % (bytes.length + 1), b % (bytes.length + 1)].sort((x, y) => x - y);
        const part = bytes.subarray(start, end);
        expect(CRC32C.of(bytes, start, end)).toBe(bitwise.crc32c(part));
        expect(CRC32_IEEE.of(bytes, start, end)).toBe(bitwise.crc32(part));
        const middle = start + Math.floor((end - start) / 3);
        expect(CRC32C.extend(CRC32C.of(bytes, start, middle), bytes, middle, end)).toBe(bitwise.crc32c(part));
      }),
    );
  });
});
