import { describe, expect, it } from 'vitest';
import { formatAge } from './age';
import { formatBytes, formatLogged } from './numbers';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1024, '1.0 KB'],
    [3_600_000, '3.4 MB'],
    [250 * 2 ** 20, '250 MB'],
    [1.5 * 2 ** 30, '1.5 GB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('formatLogged', () => {
  it.each([
    [0, '0'],
    [0.61, '0.61'],
    [0.123456, '0.1235'],
    [-2.5, '−2.5'],
    [1234567, '1,235,000'],
    [0.00001234, '1.234e-5'],
    [NaN, 'not known'],
  ])('%d is %s', (value, text) => expect(formatLogged(value)).toBe(text));
});

describe('formatAge', () => {
  it.each([
    [-5, 'just now'],
    [2, 'just now'],
    [40, '40 s ago'],
    [120, '2 min ago'],
    [3 * 3600, '3 h ago'],
    [4 * 86_400, '4 days ago'],
  ])('%d s is %s', (seconds, text) => expect(formatAge(0, seconds * 1000)).toBe(text));
});
