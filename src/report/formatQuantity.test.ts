import { describe, expect, it } from 'vitest';
import { formatQuantity } from './formatQuantity';
import type { Quantity } from './report';

const q = (value: number, interval: Quantity['interval'], unit = 'reward'): Quantity => ({
  value,
  interval,
  unit,
});

describe('formatQuantity', () => {
  it.each<[string, Quantity | null, string]>([
    ['nothing', null, 'not known'],
    ['not a number', q(Number.NaN, null), 'not known'],
    ['symmetric', q(0.78, [0.7567, 0.8033]), '0.780 ± 0.023'],
    ['symmetric to a tenth', q(0.78, [0.758, 0.8]), '0.780 ± 0.021'],
    ['lopsided', q(0.78, [0.71, 0.93]), '0.78 [0.71, 0.93]'],
    ['value outside its interval', q(0.5, [0.71, 0.93]), '0.50 [0.71, 0.93]'],
    ['open above', q(0.78, [0.71, null]), 'at least 0.71'],
    ['open below', q(0.78, [null, 0.93]), 'at most 0.9'],
    ['its own upper end, which bounds nothing', q(126, [31, 126], 'steps'), 'at least 31 steps'],
    ['its own lower end', q(0, [0, 0.139], 'fraction'), 'at most 14 %'],
    ['open on both sides', q(0.78, [null, null]), 'about 0.78 (interval open on both sides)'],
    ['infinite end counts as open', q(120, [100, Number.POSITIVE_INFINITY], 'steps'), 'at least 100 steps'],
    ['no interval', q(0.7812, null), 'about 0.78 (no interval yet)'],
    ['no interval, zero', q(0, null), 'about 0 (no interval yet)'],
    ['no interval, tiny', q(3.21e-7, null), 'about 3.2e-7 (no interval yet)'],
    ['no interval, huge', q(-4.56e12, null), 'about −4.6e12 (no interval yet)'],
    ['zero-width interval is never ±0', q(0.5, [0.5, 0.5]), '0.5000'],
    ['whole steps of no width', q(19, [19, 19], 'steps'), '19 steps'],
    ['negative', q(-9.2, [-10, -8.4]), '−9.20 ± 0.80'],
    ['around zero', q(0, [-0.02, 0.02]), '0.000 ± 0.020'],
    ['steps', q(120, [105, 135], 'steps'), '120 ± 15 steps'],
    ['many steps', q(1234, [1000, 1468], 'steps'), '1,230 ± 230 steps'],
    ['rate', q(0.0321, [0.03, 0.0342], '1/step'), '0.0321 ± 0.0021 1/step'],
    ['fraction as percent', q(0.913, [0.88, 0.946], 'fraction'), '91.3 ± 3.3 %'],
    ['fraction without interval', q(0.913, null, 'fraction'), 'about 91 % (no interval yet)'],
    ['tiny with interval', q(3.21e-5, [2.78e-5, 3.64e-5], '1/step'), '(3.21 ± 0.43)e-5 1/step'],
    ['sharper than worth reading', q(0.99999979, [0.9999996, 0.99999998]), '1.0000 ± under 0.0001'],
    ['pure ratio', q(1.4, [1.1, 1.7], ''), '1.40 ± 0.30'],
  ])('%s', (_, quantity, expected) => {
    expect(formatQuantity(quantity)).toBe(expected);
  });

  it.each([
    [q(0.7812, null), { terse: true }, 'about 0.78'],
    [q(100.1234, null), { resolution: 0.5 }, 'about 100.12 (no interval yet)'],
    [q(100.1234, null), { resolution: Number.NaN, terse: true }, 'about 100'],
    [q(0.78, [0.7567, 0.8033]), { terse: true }, '0.780 ± 0.023'],
  ] as const)('%j in style %j', (quantity, style, expected) => {
    expect(formatQuantity(quantity, style)).toBe(expected);
  });
});
