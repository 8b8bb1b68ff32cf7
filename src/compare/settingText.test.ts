import { expect, it } from 'vitest';
import { settingText } from './settingText';

it.each([
  [0.000009997785653888835, '0.00000999779'],
  [500, '500'],
  [0.1 + 0.2, '0.3'],
  ['adamw', 'adamw'],
])('writes %j as %j', (value, text) => {
  expect(settingText({ value, from: 'a.yaml' })).toBe(text);
});

it('says so where a run does not tell it', () => {
  expect(settingText(null)).toBe('not known');
});
