import { expect, it } from 'vitest';
import type { Replay, ReplayCheck } from '../../src/report/replayOf';
import { replayWords } from './replayWords';

const CHECK: ReplayCheck = {
  atStep: 800,
  predicted: { value: 0.75, interval: [0.69, 0.81], unit: 'reward' },
  cameOut: 0.7712,
  error: -0.0212,
  rows: 1180,
  inside: 1121,
};
const REPLAY: Replay = {
  step: 620,
  rows: 621,
  sentence: 'Rising.',
  isTooEarly: false,
  fit: null,
  ahead: null,
  check: CHECK,
  why: null,
};

it.each<[Partial<Replay>, string]>([
  [
    {},
    'At step 620 (621 rows) we would have said 0.750 ± 0.060 for a row at step 800. It came out at 0.771: 0.021 too low; 1,121 of 1,180 rows since lay in the 95 % band.',
  ],
  [
    { check: { ...CHECK, error: 0.00001 } },
    'At step 620 (621 rows) we would have said 0.750 ± 0.060 for a row at step 800. It came out at 0.771: no error to 0.001; 1,121 of 1,180 rows since lay in the 95 % band.',
  ],
  [
    { isTooEarly: true, rows: 12, step: 11, check: null, why: 'fewer than 20 steps.' },
    'At step 11 (12 rows) it was too early to say where it goes: fewer than 20 steps.',
  ],
  [
    { isTooEarly: true },
    'At step 620 (621 rows) it was too early to say where it goes; we would have said 0.750 ± 0.060 for a row at step 800. It came out at 0.771: 0.021 too low; 1,121 of 1,180 rows since lay in the 95 % band.',
  ],
  [
    { check: null, why: 'no curve holds across a collapse.' },
    'At step 620 (621 rows) nothing can be compared: no curve holds across a collapse.',
  ],
])('%#', (change, headline) =>
  expect(replayWords({ ...REPLAY, ...change })).toEqual({ headline, sentence: 'Rising.' }),
);
