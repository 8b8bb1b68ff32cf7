import { expect, test } from 'vitest';
import { withModelDoubt } from './modelDoubt';
import type { Quantity } from './report';

const sharp: Quantity = { value: 1.01, interval: [1.005, 1.015], unit: 'fraction' };
const open: Quantity = { value: 1.01, interval: [null, 1.015], unit: 'fraction' };
const bare: Quantity = { value: 1.01, interval: null, unit: 'fraction' };

const at = (value: number, interval: Quantity['interval'] = null) => ({ value, interval });

test.each<[Quantity, ReturnType<typeof at>[], Quantity['interval']]>([
  [sharp, [], [1.005, 1.015]],
  [sharp, [at(1.01)], [1.005, 1.015]],
  [sharp, [at(0.97)], [0.97, 1.015]],
  [sharp, [at(0.97), at(1.2)], [0.97, 1.2]],
  [sharp, [at(NaN), at(Infinity), at(0.9)], [0.9, 1.015]],
  [open, [at(0.5), at(2)], [null, 2]],
  [bare, [at(0.5)], null],
  [sharp, [at(1, [0.89, 1.01])], [0.89, 1.015]],
  [sharp, [at(1, [null, 1.02])], [1, 1.02]],
])('the interval of %j beside %j', (quantity, others, interval) => {
  expect(withModelDoubt(quantity, others)?.interval ?? null).toEqual(interval);
});

test('nothing stays nothing', () => expect(withModelDoubt(null, [at(1)])).toBeNull());
