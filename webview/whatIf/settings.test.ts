import { describe, expect, it } from 'vitest';
import type { WhatIf } from '../../src/report/whatIfOf';
import {
  choiceOf,
  fieldText,
  KINDS,
  nearestStop,
  readValue,
  SETTINGS,
  spokenValue,
  stopsWith,
} from './settings';

const NOTHING_MISSING = {
  learningRate: null,
  beta: null,
  refreshInterval: null,
  groupSize: null,
  jitter: null,
  margin: null,
  trajectory: null,
};
const BASE: WhatIf = {
  run: {
    optimizer: 'sgd',
    settings: { beta: 0.9, refreshInterval: 7, asyncLag: 0 },
    stiffness: null,
    groupSize: 8,
    process: null,
    path: null,
  },
  learningRate: 1e-6,
  missing: NOTHING_MISSING,
};

it.each(SETTINGS)('the stops of %s ascend, lie in what its field takes, and hold the run’s own', (name) => {
  const kind = KINDS[name];
  const stops = stopsWith(kind, 7 / 8);
  expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
  expect(stops).toContain(7 / 8);
  for (const stop of kind.stops) expect(readValue(kind, String(stop))).toBe(stop);
});

it.each([
  ['learningRate', '2', 2],
  ['learningRate', '0', null],
  ['beta', '0', 0],
  ['beta', '1', null],
  ['refreshInterval', '7', 7],
  ['refreshInterval', '7.5', null],
  ['groupSize', '', null],
  ['groupSize', 'x', null],
] as const)('%s takes %j as %j', (name, text, value) => expect(readValue(KINDS[name], text)).toBe(value));

it.each([
  [1, 0],
  [7, 5],
  [1000, 17],
])('of the refresh stops the one nearest to %d is number %d', (value, index) =>
  expect(nearestStop(KINDS.refreshInterval.stops, value)).toBe(index),
);

it.each([
  ['learningRate', Math.SQRT2, '1.41', '×1.41 = 1.4e-6'],
  ['beta', 0.9, '0.9', '0.9'],
  ['refreshInterval', 64, '64', '64 optimizer steps'],
  ['groupSize', 1024, '1024', '1,024 answers a prompt'],
] as const)('%s %d is shown as %s and said as %s', (name, value, shown, said) => {
  expect(fieldText(KINDS[name], value)).toBe(shown);
  expect(spokenValue(name, value, BASE)).toBe(said);
});

describe('choiceOf', () => {
  it('starts at the run’s own', () =>
    expect(choiceOf(BASE, {})).toEqual({ rate: 1, beta: 0.9, refreshInterval: 7, groupSize: 8 }));

  it('takes what was moved, but for what may not be', () => {
    const missing = { ...NOTHING_MISSING, groupSize: 'not known' };
    expect(choiceOf({ ...BASE, missing }, { learningRate: 2, groupSize: 64 })).toMatchObject({
      rate: 2,
      groupSize: 8,
    });
  });
});
