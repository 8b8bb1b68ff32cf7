import { describe, expect, it, test } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import type { Run } from '../run/run';
import { buildReport } from './buildReport';
import { noiseRows } from './noiseRows';
import type { NoiseReport, Report } from './report';

const RISE = { R0: 0.2, plateau: 0.7, tau: 30 };

function reportOn(t: Float64Array, y: Float64Array, changes: Partial<Run> = {}): Report {
  const run = handMadeRun(y, changes, t);
  const fits = fitCurves(t, y);
  return buildReport({ run, fits, assessment: assessRegime(fits, t, y), findings: [] });
}

function noiseIn(report: Report): NoiseReport {
  const { noise } = report.interpretation;
  if (noise === null) throw new Error('no noise in the Report');
  return noise;
}

/** A rise under drifting and under white noise of the same strength. */
const { t, y } = curveWithNoise('exponential', RISE, 400, 0.04, 7, [0.85], 0.4);

function setting(name: string, value: string | number): Run['config'] {
  return new Map([[name, { value, from: 'a flag' }]]);
}

describe('a log that tells both parts', () => {
  const report = reportOn(t, y);
  const noise = noiseIn(report);

  it('carries both with intervals, and a temperature', () => {
    expect(noise.process?.interval).not.toBeNull();
    expect(noise.sampling?.interval).not.toBeNull();
    expect(noise.temperature?.value).toBeGreaterThan(0);
    expect(noise.warning?.sentence).toBe('');
    expect(report.notes.filter((note) => /noise\.(process|warning|temperature)/.test(note))).toEqual([]);
    expect(noiseRows(report).map(({ key }) => key)).toEqual(['process', 'sampling', 'temperature']);
  });

  it('says what is missing for the rest', () => {
    expect([noise.atDoubleGroupSize, noise.expectedSampling]).toEqual([null, null]);
    expect(report.notes).toContainEqual(
      expect.stringContaining('noise.atDoubleGroupSize: the optimizer is not known'),
    );
    expect(report.notes).toContainEqual(expect.stringContaining('noise.expectedSampling: needs the std'));
  });

  it.each([
    ['sgd', Math.SQRT1_2],
    ['adam', Math.SQRT1_2 ** 0.5],
  ])('at twice the group size under %s', (optimizer, factor) => {
    const told = noiseIn(reportOn(t, y, { config: setting('optimizer', optimizer) }));
    const [now, then] = [told.process, told.atDoubleGroupSize];
    expect(then?.value).toBeCloseTo(factor * (now?.value ?? NaN), 12);
    expect(then?.interval?.[1]).toBe(now?.interval?.[1]);
  });
});

const short = curveWithNoise('exponential', { ...RISE, tau: 8 }, 70, 0.01, 3);
const white = curveWithNoise('exponential', RISE, 300, 0.03, 4);
const swinging = curveWithNoise('exponential', RISE, 600, 0.03, 3, [1.7, -0.9]);
const level = curveWithNoise('exponential', { ...RISE, R0: 0.7 }, 200, 0.03, 6);
const uneven = white.t.map((step) => step + 0.4 * (Math.floor(step / 2) % 3));

test.each([
  ['fewer rows', short, 'fewer than 80 observations'],
  ['white noise', white, 'the noise may carry nothing over'],
  ['a process that swings', swinging, 'the noise carries over in another way'],
  ['a level', level, 'no trusted curve'],
  ['uneven steps', { t: uneven, y: white.y }, 'the steps are not evenly spaced'],
])('says why the parts are null: %s', (_name, log, why) => {
  const report = reportOn(log.t, log.y);
  const { process, sampling, temperature, atDoubleGroupSize } = noiseIn(report);
  expect([process, sampling, temperature, atDoubleGroupSize]).toEqual([null, null, null, null]);
  expect(report.notes).toContainEqual(expect.stringMatching(new RegExp(`^noise\\.process.*: ${why}`)));
});

test('says why there is no warning', () => {
  expect(reportOn(short.t, short.y).notes).toContainEqual(
    expect.stringContaining('noise.warning: fewer than 80 observations'),
  );
  expect(reportOn(level.t, level.y).notes).toContainEqual(
    expect.stringContaining('noise.warning: no trusted curve'),
  );
});

test('holds the expected sampling noise against it where the log has the spread and both sizes', () => {
  const spread = { ...handMadeRun(y).reward, values: y.map(() => 0.4) };
  const config = new Map([...setting('groupSize', 8), ...setting('promptsPerBatch', 32)]);
  const series: Run['series'] = new Map([['rewardStd', spread]]);
  const noise = noiseIn(reportOn(t, y, { config, series }));
  expect(noise.expectedSampling?.value).toBeCloseTo(0.4 / 16, 12);
});
