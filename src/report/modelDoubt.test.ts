import { expect, test } from 'vitest';
import { withModelDoubt } from './modelDoubt';
import type { Quantity } from './report';

const sharp: Quantity = { value: 1.01, interval: [1.005, 1.015], unit: 'fraction' };
const open: Quantity = { value: 1.01, interval: [null, 1.015], unit: 'fraction' };
const bare: Quantity = { value: 1.01, interval: null, unit: 'fraction' };

test.each<[Quantity, number[], Quantity['interval']]>([
  [sharp, [], [1.005, 1.015]],
  [sharp, [1.01], [1.005, 1.015]],
  [sharp, [0.97], [0.97, 1.015]],
  [sharp, [0.97, 1.2], [0.97, 1.2]],
  [sharp, [NaN, Infinity, 0.9], [0.9, 1.015]],
  [open, [0.5, 2], [null, 2]],
  [bare, [0.5], null],
])('the interval of %j beside %j', (quantity, others, interval) => {
  expect(withModelDoubt(quantity, others)?.interval ?? null).toEqual(interval);
});

test('nothing stays nothing', () => expect(withModelDoubt(null, [1])).toBeNull());
