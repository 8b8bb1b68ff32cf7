import { describe, expect, it } from 'vitest';
import { CURVE_NAMES } from '../src/dynamics/fit';
import type { Report } from '../src/report/report';
import { modelRows } from './modelRows';

const fit = (bicAr: number | null, more = {}) => ({
  constants: { R0: 0.2, plateau: 0.7812, tau: 120 },
  r2: 0.93125,
  bicAr,
  atBound: false,
  converged: true,
  ...more,
});

const REPORT = {
  fits: {
    exponential: fit(-100),
    inertial: fit(-108.25),
    oscillator: fit(-101, { atBound: true, converged: false }),
    bound: null,
    scheduled: null,
    logistic: fit(-112),
    hill: fit(null, { r2: null }),
  },
  selected: 'logistic',
  interpretation: {
    curve: 'inertial',
    start: { value: 0.2, interval: null, unit: 'reward' },
    now: { value: 0.7, interval: null, unit: 'reward' },
    noise: null,
  },
  notes: ['fits.bound, stability: give the learning rate.'],
} as unknown as Report;

const row = (name: string) => modelRows(REPORT)[CURVE_NAMES.indexOf(name as never)];

describe('modelRows', () => {
  it('has a row for every curve, in the order of the Report', () => {
    expect(modelRows(REPORT)).toHaveLength(CURVE_NAMES.length);
  });

  it.each([
    ['logistic', { best: true, shown: false, r2: '0.931', delta: '0.0', plateau: '0.78' }],
    ['inertial', { best: false, shown: true, delta: '3.8' }],
    ['hill', { r2: '–', delta: '–' }],
    ['bound', { r2: '–', delta: '–', plateau: '–', remark: 'give the learning rate.' }],
    ['scheduled', { remark: 'not fitted' }],
    ['exponential', { remark: 'R₀ 0.200, plateau 0.781, τ 120' }],
  ])('%s: %j', (name, expected) => expect(row(name)).toMatchObject(expected));

  it('says what is wrong with a fit', () => {
    expect(row('oscillator').remark).toMatch(/edge of the search box.*did not converge/);
  });
});
