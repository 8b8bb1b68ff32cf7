import { expect, test } from 'vitest';
import { notSeparated } from './notSeparated';
import type { Quantity } from './report';

const plateau: Quantity = { value: 0.78, interval: [0.76, 0.8], unit: 'reward' };
const timescale: Quantity = { value: 60, interval: [40, null], unit: 'steps' };
const both = { plateau, timescale };

test.each<[number | null, number, { plateau: Quantity | null; timescale: Quantity | null }, string]>([
  [
    0.985,
    1.4,
    both,
    'Damping and stiffness cannot be separated in this log (correlation 0.985); what it tells is the plateau (0.780 ± 0.020) and the slow timescale (at least 40 steps).',
  ],
  [
    -0.97,
    0.9,
    { plateau, timescale: null },
    'Damping and stiffness cannot be separated in this log (correlation −0.970); what it tells is the plateau (0.780 ± 0.020).',
  ],
  [
    0.99,
    3,
    { plateau: null, timescale: null },
    'Damping and stiffness cannot be separated in this log (correlation 0.990).',
  ],
  [0.969, 1.4, both, ''],
  [0.99, 0.89, both, ''],
  [null, 1.4, both, ''],
])('correlation %j at damping %j', (correlation, zeta, numbers, expected) => {
  expect(notSeparated({ correlation, constants: { zeta } }, numbers)).toBe(expected);
});

test('nothing without a curve', () => expect(notSeparated(null, both)).toBe(''));
