import { describe, expect, it } from 'vitest';
import { parseNumber } from './parseNumber';

describe('parseNumber', () => {
  it.each<[string, number | null]>([
    ['0.31', 0.31],
    ['-5', -5],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e-6', 1e-6],
    ['4.1250e-01', 0.4125],
    ['  7 ', 7],
    ['0', 0],
    ['00', 0],
    ['-0', -0],
    ['nan', NaN],
    ['NaN', NaN],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['Infinity', Infinity],
    ['', null],
    ['   ', null],
    ['\t', null],
    ['10/438', null],
    ['2024-01-01', null],
    ['0x10', null],
    ['-0x10', null],
    ['0b1', null],
    ['1_000', null],
    ['1,5', null],
    ['12%', null],
    ['51s', null],
    ['.', null],
    ['-', null],
    ['e5', null],
    ['nancy', null],
    ['information', null],
    ['None', null],
  ])('%j is %s', (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });
});
