import { describe, expect, it } from 'vitest';
import type { WhatIfChoice, WhatIfRun } from '../../src/dynamics/whatIf/whatIfRun';
import type { WhatIf } from '../../src/report/whatIfOf';
import { mapHeight, mapWidth, decades, doublings } from './mapScale';
import { outcomeOf, ownOutcome, placesOf } from './outcome';
import { choiceText, mapText, outcomeRows, outcomeSentence } from './outcomeWords';

const RUN: WhatIfRun = {
  optimizer: 'sgd',
  settings: { beta: 0, refreshInterval: 4, asyncLag: 0 },
  stiffness: { value: 0.05, interval: [0.04, 0.06] },
  groupSize: 8,
  process: { value: 0.01, interval: [0.008, 0.012] },
  path: {
    start: { value: 0.2, interval: [0.19, 0.21] },
    plateau: { value: 0.8, interval: [0.79, 0.81] },
    tau: null,
    first: 0,
    last: 300,
    fresh: true,
    stepUnit: 'update',
    rates: null,
  },
};
const NONE = 'not known: give --beta1.';
const missing = (why: string | null): WhatIf['missing'] => ({
  learningRate: why,
  beta: why,
  refreshInterval: why,
  groupSize: why,
  jitter: why,
  margin: why,
  trajectory: why,
});
const BASE: WhatIf = { run: RUN, learningRate: 1e-6, missing: missing(null) };
const STEPS = placesOf(BASE);
const OWN = ownOutcome(BASE, STEPS);
const told = (change: Partial<WhatIfChoice>) => outcomeOf(BASE, { ...OWN.choice, ...change }, STEPS);

describe('outcomeRows', () => {
  it('tells margin, jitter and reward, each with its interval and with the run’s own where something was moved', () => {
    const rows = outcomeRows(BASE, OWN, told({ rate: 2 }), true);
    expect(rows.map(({ name, value, own }) => [name, value, own])).toEqual([
      ['margin', '5.0 [4.2, 6.3] times k', '10.0 [8.3, 12.5] times k'],
      ['jitter', expect.stringMatching(/^0\.01\d+ /), '0.0100 ± 0.0020'],
      ['reward at step 300', '0.800 ± 0.010', '0.800 ± 0.010'],
    ]);
  });

  it('says so where swings grow', () => {
    const [margin, jitter, reward] = outcomeRows(BASE, OWN, told({ rate: 20 }), true);
    expect(margin.value).toBe('0.50 [0.42, 0.63] times k');
    expect(jitter.value).toBe('no bound: the swings grow');
    expect(reward.value).toMatch(/does not settle/);
  });

  it('gives a reason once where nothing is known', () => {
    const run = { ...RUN, settings: null, stiffness: null, process: null, path: null };
    const base = { run, learningRate: null, missing: missing(NONE) };
    const own = ownOutcome(base, placesOf(base));
    expect(
      outcomeRows(base, own, own, false).map(({ value, known, meaning }) => [value, known, meaning]),
    ).toEqual([
      ['not known', false, NONE],
      ['not known', false, 'as above'],
      ['not known', false, 'as above'],
    ]);
    expect(mapText(base, own, own)).toBe('');
  });
});

it.each([
  [{}, 'At the run’s own settings'],
  [{ rate: 2 }, 'With learning rate ×2 = 2.0e-6'],
  [{ beta: 0.5, groupSize: 64 }, 'With momentum 0.5, group size 64 answers a prompt'],
])('%j is called %j', (change, words) => expect(choiceText(BASE, OWN, told(change))).toBe(words));

it('the map’s text says what the map shows', () => {
  const run =
    'The run (k 0.050 ± 0.010) settles without a swing; at refresh every 4 it swings above k = 0.25 and is unstable above 0.50.';
  expect(mapText(BASE, OWN, OWN)).toBe(run);
  expect(mapText(BASE, OWN, told({ refreshInterval: 64 }))).toBe(
    `${run} With refresh every 64 optimizer steps: k 0.050 ± 0.010, swings that grow: it does not settle; it swings above k = 0.016 and is unstable above 0.031.`,
  );
  expect(outcomeSentence(BASE, OWN, OWN)).toMatch(
    /^At the run’s own settings: settles without a swing; margin 10\.0/,
  );
});

it('the map holds both thresholds, the run with room to move, and every refresh interval that is set', () => {
  expect(mapWidth(OWN, OWN)).toBe(64);
  expect(mapWidth(OWN, told({ refreshInterval: 100 }))).toBe(128);
  const curves = { intervals: [1, 64], threshold: [2, 0.03], onset: [1, 0.015] };
  const [low, high] = mapHeight(curves, OWN);
  expect(low).toBeLessThan(0.004);
  expect(high).toBeGreaterThan(2);
  expect(decades([0.004, 3])).toEqual([0.01, 0.1, 1]);
  expect(doublings(8)).toEqual([1, 2, 4, 8]);
});
