import { describe, expect, it } from 'vitest';
import type { Interpretation, Quantity, Report } from '../src/report/report';
import { constantRows } from './constantRows';

const q = (value: number, half: number | null, unit: string): Quantity => ({
  value,
  unit,
  interval: half === null ? null : [value - half, value + half],
});

const UNKNOWN = {
  plateau: null,
  progress: null,
  remainingGain: null,
  timescale: null,
  riseTime95: null,
  slowStart: null,
  damping: null,
  overshoot: null,
  curvature: null,
  noise: null,
} as const;

function report(interpretation: Partial<Interpretation>, notes: readonly string[] = []): Report {
  return {
    interpretation: {
      state: 'rising',
      regime: 'overdamped',
      curve: 'inertial',
      rival: null,
      start: q(0.2, null, 'reward'),
      now: q(0.7, null, 'reward'),
      ...UNKNOWN,
      ...interpretation,
    },
    fits: { inertial: { r2: 0.9312 } },
    noiseCeiling: 0.95,
    stability: null,
    forecast: null,
    config: {},
    notes,
  } as unknown as Report;
}

const row = (data: Report, name: string) => constantRows(data).find((one) => one.name === name);

describe('constantRows', () => {
  it.each([
    [{ plateau: q(0.78, 0.021, 'reward') }, 'plateau', '0.780 ± 0.021'],
    [{ plateau: q(0.78, null, 'reward') }, 'plateau', 'about 0.78 (no interval yet)'],
    [{ progress: q(0.91, 0.03, 'fraction') }, 'progress', '91.0 ± 3.0 %'],
    [{ progress: q(1, 2e-4, 'fraction') }, 'progress', '100 %'],
    [{ damping: q(1.4, 0.12, '') }, 'damping ratio', '1.40 ± 0.12, overdamped'],
    [{ damping: q(1.4, 0.12, ''), regime: 'not-identifiable' as const }, 'damping ratio', '1.40 ± 0.12'],
    [{ timescale: null }, 'timescale', 'not identifiable'],
    [{}, 'R²', '0.931 · noise ceiling about 0.95'],
    [
      { rival: { curve: 'logistic' as const, deltaBicAr: 7.2, plateau: 0.74 } },
      'rival',
      'logistic: plateau 0.74',
    ],
  ])('%j: the %s is %s', (interpretation, name, value) => {
    expect(row(report(interpretation), name)?.value).toBe(value);
  });

  it('gives the reason of the notes once, and refers to it after', () => {
    const data = report({}, ['plateau, progress: the curves do not agree.']);
    expect(row(data, 'plateau')?.meaning).toBe('the curves do not agree.');
    expect(row(data, 'progress')?.meaning).toBe('as for the plateau');
  });

  it('leaves out what is only worth a row when it is known', () => {
    expect(row(report({}), 'overshoot')).toBeUndefined();
    expect(row(report({ overshoot: q(0.2, null, 'fraction') }), 'overshoot')).toBeDefined();
    expect(row(report({ overshoot: q(1e-7, 1e-7, 'fraction') }), 'overshoot')).toBeUndefined();
    expect(row(report({}), 'gain still ahead')).toBeUndefined();
  });

  it('says of a gain that is next to nothing that there is none, as the command line does', () => {
    const gain = (value: number, half: number) =>
      row(report({ remainingGain: q(value, half, 'reward') }), 'gain still ahead')?.value;
    expect(gain(2e-9, 1e-9)).toBe('none (under 1 % of the rise)');
    expect(gain(2e-9, 0.1)).not.toContain('none');
  });

  it('says once what stability needs, and with it the margin after the constants', () => {
    expect(row(report({}), 'stability')).toMatchObject({
      value: 'not known: give --beta1 and --refresh-interval',
      known: false,
    });
    const stability = {
      threshold: 0.73,
      oscillationOnset: 0.016,
      largestSafeRefreshInterval: 85,
      margin: 36.5,
      marginInterval: [35, 38],
    } as const;
    const bound = { constants: { stiffness: 0.02 }, intervals: { stiffness: [0.019, 0.021] } };
    const data = { ...report({}), stability, fits: { bound } } as unknown as Report;
    expect(row(data, 'margin')).toMatchObject({ value: '36.5 ± 1.5 times k', known: true });
    expect(row(data, 'rings above')?.value).toBe('k = 0.0160 per optimizer step (Adam: local)');
  });

  it.each([
    ['too-early', 'too-early', 'too early'],
    ['no-trend', 'no-trend', 'no trend'],
    ['no-trend', 'rising', 'not identifiable'],
    ['not-identifiable', 'unclear', 'not identifiable'],
  ] as const)('says of %s, %s, once that it is %s', (regime, state, value) => {
    const rows = constantRows(report({ curve: null, regime, state }, ['No constants: because.']));
    expect(rows.map((one) => one.name)).toEqual(['plateau', 'the rest', 'R²']);
    expect(rows[0]).toMatchObject({ value, known: false, meaning: 'because.' });
    expect(rows[2].value).toBe('no curve · noise ceiling about 0.95');
  });
});
