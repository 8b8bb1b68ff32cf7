import { expect, it } from 'vitest';
import { tickText } from './tickText';

it.each([
  [0, 0.2, '0.0'],
  [0.6000000000000001, 0.2, '0.6'],
  [-0.05, 0.01, '−0.05'],
  [2000, 500, '2,000'],
  [1.5, 0.5, '1.5'],
  [0.1, 0.1, '0.1'],
  [20_000_000, 1_000_000, '2.00e7'],
  [3, 0, '3.00'],
])('%d at a spacing of %d is %s', (value, spacing, text) => expect(tickText(value, spacing)).toBe(text));
