import { describe, expect, it } from 'vitest';
import { columnsOf } from './columnsOf';
import { metricLabel } from './metricWords';

describe('columnsOf', () => {
  it('keeps a spike inside one pixel, and leaves out what is no number', () => {
    expect(columnsOf([1, 1.1, 1.2, 1.3, 2], [5, 9, 1, 6, NaN])).toEqual([
      { x: 1, first: 5, low: 1, high: 9, last: 6 },
    ]);
  });
});

describe('metricLabel', () => {
  it.each([
    ['kl', 'KL to the reference'],
    ['rewards.format', 'reward: format'],
    ['constructor', 'constructor'],
  ])('%s is %s', (name, label) => expect(metricLabel(name)).toBe(label));
});
