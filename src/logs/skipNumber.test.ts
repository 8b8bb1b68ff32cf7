import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberScanner } from './numberScanner';
import { skipNumber } from './skipNumber';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each<[string, number]>([
  ['0', 1],
  ['-12.50e-3,', 9],
  ['1E+2}', 4],
  ['NaN', 3],
  ['-Infinity ', 9],
  ['1.2.3', 3],
  ['', -1],
  ['-', -1],
  ['01', -1],
  ['.5', -1],
  ['5.', -1],
  ['5.e1', -1],
  ['5e', -1],
  ['5e+', -1],
  ['+5', -1],
  ['null', -1],
  ['"5"', -1],
  ['Inf', -1],
])('ends the number in %s at %i', (text, end) => {
  expect(skipNumber(encode(text), 0)).toBe(end);
});

it('ends every number where reading it does', () => {
  const scanner = new NumberScanner();
  const characters = fc.constantFrom(...Array.from('0123456789..--+eENaNInfinity, '));
  const text = fc.oneof(
    fc.double().map(String),
    fc.string({ unit: characters, maxLength: 12 }),
    fc.tuple(fc.integer(), fc.string({ unit: characters, maxLength: 6 })).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const bytes = encode(written);
      scanner.scan(bytes, 0);
      expect(skipNumber(bytes, 0)).toBe(scanner.end);
    }),
    { numRuns: 5000 },
  );
});
