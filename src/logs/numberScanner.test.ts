import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberScanner } from './numberScanner';

const scanner = new NumberScanner();
function scan(text: string): { value: number; end: number } {
  const value = scanner.scan(new TextEncoder().encode(text), 0);
  return { value, end: scanner.end };
}

/** A text of digits with a point somewhere and an exponent: every length and scale a log may hold. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 21n }),
    fc.integer({ min: 0, max: 26 }),
    fc.option(fc.integer({ min: -320, max: 320 })),
  )
  .map(([minus, digits, point, exponent]) => {
    const padded = String(digits).padStart(point + 1, '0');
    const whole = padded.slice(0, padded.length - point);
    const fraction = point === 0 ? '' : `.${padded.slice(padded.length - point)}`;
    return `${minus ? '-' : ''}${whole}${fraction}${exponent === null ? '' : `e${exponent}`}`;
  });

describe('NumberScanner', () => {
  it.each<[string, number, number]>([
    ['0', 0, 1],
    ['-0', -0, 2],
    ['12,', 12, 2],
    ['0.5}', 0.5, 3],
    ['-1.25e-3 ', -0.00125, 8],
    ['1E+2', 100, 4],
    ['0.0946352407336235', 0.0946352407336235, 18],
    ['0.00023757967865094541', 0.00023757967865094541, 22],
    ['NaN,', NaN, 3],
    ['Infinity', Infinity, 8],
    ['-Infinity', -Infinity, 9],
    ['9007199254740993', 9007199254740993, 16],
    ['123456789012345678901234567890', 123456789012345678901234567890, 30],
    ['1e400', Infinity, 5],
    ['1e-400', 0, 6],
    ['0.000000000000000000000000000001', 1e-30, 32],
  ])('reads %s', (text, value, end) => {
    expect(scan(text)).toEqual({ value, end });
  });

  it.each([
    '',
    '-',
    '.5',
    '5.',
    '5.e1',
    '1e',
    '1e+',
    '01',
    '-01',
    '+1',
    'null',
    'nan',
    'x',
    '"1"',
    'Nan',
    '-true',
  ])('takes %j for no number', (text) => {
    expect(scan(text).end).toBe(-1);
  });

  it('reads every double that a program prints to the same bits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(scan(String(value)).value).toBe(Number(String(value)));
      }),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (value, digits) => {
          for (const text of [value.toPrecision(digits), value.toFixed(digits)])
            expect(scan(text).value).toBe(Number(text));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('agrees with Number on any digits, point and exponent, to the last bit and the last byte', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        expect(scan(text)).toEqual({ value: Number(text), end: text.length });
      }),
      { numRuns: 50_000 },
    );
  });

  it('rounds halfway cases as Number does', () => {
    for (const text of [
      '9007199254740993.0',
      '0.50000000000000005551',
      '1.0000000000000001110',
      '4503599627370497.5',
      '0.1000000000000000055511',
    ])
      expect(scan(text).value).toBe(Number(text));
    for (let i = 0; i < 2000; i++) {
      const base = 1 + i * 2 ** -52;
      const half = (BigInt(Math.round((base - 1) * 2 ** 52)) * 2n + 1n) * 10n ** 17n;
      const text = `1.${String(half / 2n ** 53n).padStart(17, '0')}`;
      expect(scan(text).value).toBe(Number(text));
    }
  });
});
