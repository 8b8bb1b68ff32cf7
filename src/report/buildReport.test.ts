import { describe, expect, it } from 'vitest';
import { dropped, handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise, seededNormal } from '../../test/syntheticLog';
import type { Estimate } from '../dynamics/estimate';
import { CURVE_NAMES, type Fit, type FitSet } from '../dynamics/fit';
import { firstSentence } from './sentences';
import { reportOf, reportOfCurve } from '../../test/reportOf';
import type { Report } from './report';

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'schema source metrics config fits selected noiseCeiling segment segments interpretation forecast stability findings notes',
  ],
  source: ['path format run rows steps stepUnit dropped'],
  'source.steps': ['first last count'],
  'source.stepUnit': ['value from'],
  'source.dropped': ['malformed nonFinite noReward noStep averaged replacedByResume forwardFilled'],
  segment: ['first last why'],
  'segments.0': ['first last steps cut fitted'],
  interpretation: [
    'state regime plateau progress remainingGain timescale riseTime95 slowStart overshoot stiffness inertia damping curvature noise sentences',
  ],
  'fits.exponential': ['R0 plateau tau constants sse r2 bic bicAr n converged atBound intervals'],
  'fits.oscillator': ['R0 plateau omega0 zeta correlation'],
  'fits.inertial': ['R0 plateau omega0 zeta'],
  'fits.logistic': ['R0 plateau rate midpoint'],
  'fits.hill': ['R0 plateau cMid exponent'],
  'findings.0': ['mode verdict severity confidence step line column summary evidence advice'],
};

const at = (report: Report, path: string): Record<string, unknown> =>
  path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], report) as Record<
    string,
    unknown
  >;

describe('the Report', () => {
  const healthy = reportOfCurve('exponential', { R0: 0.2, plateau: 0.8, tau: 60 }, 400);

  it.each(Object.entries(KEYS))('has every key of the contract under "%s"', (path, [keys = '']) => {
    expect(Object.keys(at(healthy, path))).toEqual(expect.arrayContaining(keys.split(' ')));
  });

  it('has every curve, null with a note where this version does not fit it', () => {
    expect(Object.keys(healthy.fits)).toEqual([...CURVE_NAMES]);
    expect(healthy.fits.bound).toBeNull();
    expect(healthy.notes.join(' ')).toMatch(/fits\.bound, stability.*--beta1/);
    expect(healthy.notes.join(' ')).toMatch(/fits\.scheduled/);
    expect(healthy.forecast).not.toBeNull();
  });

  it('writes the constants flat and once more under constants', () => {
    const fit = healthy.fits.exponential;
    expect(fit?.constants).toEqual({ R0: fit?.['R0'], plateau: fit?.['plateau'], tau: fit?.['tau'] });
  });

  it('lets the sum of squares be recomputed from the constants', () => {
    const run = handMadeRun(
      curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 60 }, 200, 0.05, 3).y,
    );
    const { R0, plateau, tau } = reportOf(run).fits.exponential?.constants as Record<string, number>;
    const sse = run.reward.values.reduce(
      (sum, y, i) => sum + (y - (plateau - (plateau - R0) * Math.exp(-i / tau))) ** 2,
      0,
    );
    expect(reportOf(run).fits.exponential?.sse).toBeCloseTo(sse, 9);
  });

  it('never holds a number that JSON cannot hold', () => {
    const poisoned = reportOf(handMadeRun([0.1, 0.2, 0.3]), (fits) => ({ ...fits, noiseCeiling: NaN }));
    expect(poisoned.noiseCeiling).toBeNull();
    expect(JSON.parse(JSON.stringify(poisoned))).toEqual(poisoned);
  });

  it('assumes Adam and says so, unless the run knows better', () => {
    expect(healthy.config['optimizer']).toEqual({ value: 'adam', from: 'assumed: the log does not say' });
    const config = new Map([['optimizer', { value: 'sgd', from: '--optimizer' }]]);
    const known = reportOf(handMadeRun(new Float64Array(30).fill(1), { config }));
    expect(known.config['optimizer']).toEqual({ value: 'sgd', from: '--optimizer' });
    expect(known.interpretation.sentences).toContain('Optimizer: SGD with momentum (--optimizer).');
  });

  it('says in words what was dropped', () => {
    const run = handMadeRun(new Float64Array(30).fill(1), { dropped: dropped({ malformed: 3 }) });
    expect(reportOf(run).interpretation.sentences.join(' ')).toContain('3 records could not be read');
  });

  it('always lists the four failure modes', () => {
    expect(healthy.findings.map(({ verdict }) => verdict)).toEqual([
      'not-assessable',
      'not-assessable',
      'not-assessable',
      'absent',
    ]);
  });
});

const noise = (sigma: number, of: (i: number) => number, n = 300): number[] => {
  const normal = seededNormal(5);
  return Array.from({ length: n }, (_, i) => of(i) + sigma * normal());
};

describe('state and first sentence', () => {
  it.each<[string, Report, Report['interpretation']['state'], RegExp]>([
    [
      'a rise in view of its plateau',
      reportOfCurve('exponential', { R0: 0.2, plateau: 0.8, tau: 50 }, 140, 0.005),
      'rising',
      /^Rising: 9\d % of the way to 0\.\d+ (±|\[)[^:]+, about \d+ steps more to 95 % of the rise\. Let it run\.$/,
    ],
    [
      'a finished rise',
      reportOfCurve('exponential', { R0: 0.2, plateau: 0.8, tau: 40 }, 400),
      'plateaued',
      /^Plateaued at 0\.80\d+ ± 0\.0\d+ since about step 1\d\d: /,
    ],
    [
      'a straight line',
      reportOf(handMadeRun(noise(0.02, (i) => i / 300))),
      'rising',
      /straight line: no sign yet/,
    ],
    [
      'a line down',
      reportOf(handMadeRun(noise(0.02, (i) => 1 - i / 300))),
      'falling',
      /^Falling, .* Stop it/,
    ],
    [
      'a decline that levelled off',
      reportOfCurve('exponential', { R0: 0.8, plateau: 0.2, tau: 40 }, 400),
      'falling',
      /^Fallen, 0\.\d\d → 0\.20, and level now\./,
    ],
    [
      'a collapse',
      reportOf(handMadeRun(noise(0.03, (i) => (i < 200 ? 0.8 - 0.6 * Math.exp(-i / 30) : 0.1)))),
      'collapsed',
      /^Collapsed: the reward peaked near 0\.8\d? .* is near 0\.10? now/,
    ],
    [
      'a slow slide',
      reportOf(handMadeRun(noise(0.03, (i) => 0.8 - 0.6 * Math.exp(-i / 30) - Math.max(0, i - 100) / 300))),
      'falling',
      /^Past its peak: /,
    ],
    [
      'a ringing',
      reportOfCurve('oscillator', { R0: 0.2, plateau: 0.7, omega0: 0.08, zeta: 0.15 }, 400),
      'ringing',
      /^Ringing around 0\.70\d* ± 0\.0\d+: /,
    ],
    ['noise', reportOf(handMadeRun(noise(0.05, () => 0.4))), 'no-trend', /^No clear trend: /],
    [
      'a constant',
      reportOf(handMadeRun(new Float64Array(50).fill(1))),
      'no-trend',
      /^No trend: the reward is 1\.00? at all 50/,
    ],
    ['one row', reportOf(handMadeRun([0.3])), 'too-early', /^Too early: 1 step has a reward/],
    [
      '19 rows',
      reportOf(handMadeRun(noise(0.01, (i) => i, 19))),
      'too-early',
      /^Too early: 19 steps have a reward/,
    ],
  ])('%s', (_, report, state, sentence) => {
    expect(report.interpretation.state).toBe(state);
    expect(firstSentence(report)).toMatch(sentence);
  });

  it('describes the steps before a fall, and how far off the curve the run is now', () => {
    const { interpretation, notes, segment, segments, fits } = reportOf(
      handMadeRun(noise(0.03, (i) => (i < 200 ? 0.8 - 0.6 * Math.exp(-i / 30) : 0.1))),
    );
    expect(interpretation.plateau?.value).toBeCloseTo(0.8, 1);
    expect(interpretation.now?.value).toBeCloseTo(0.1, 1);
    expect(interpretation).toMatchObject({ progress: null, remainingGain: null });
    expect(notes.join(' ')).toContain('progress, remainingGain: the run has fallen off the curve');
    expect(segment).toMatchObject({ first: 1, last: 200 });
    expect(segment.why).toMatch(/^the steps before the fall that begins at step 201/);
    expect(fits.exponential?.n).toBe(200);
    expect(segments.map(({ steps, fitted, cut }) => [steps, fitted, cut?.kind, cut?.line])).toEqual([
      [200, true, undefined, undefined],
      [100, false, 'collapse', 201],
    ]);
  });

  it('describes the steps since a lasting change of level, whose start is not known', () => {
    const { interpretation, segment, segments, notes } = reportOf(
      handMadeRun(
        noise(0.02, (i) => (i < 150 ? 0.7 - 0.5 * Math.exp(-i / 30) : 0.6 - 0.4 * Math.exp((150 - i) / 30))),
      ),
    );
    expect(segment).toMatchObject({ first: 151, last: 300 });
    expect(segment.why).toMatch(/^the steps since step 151, where the level drops by about 0\.\d+ and stays/);
    expect(segments.map(({ cut }) => cut?.kind)).toEqual([undefined, 'stage']);
    expect(interpretation.plateau?.value).toBeCloseTo(0.6, 1);
    expect(interpretation).toMatchObject({ slowStart: null, curve: 'exponential' });
    expect(notes.join(' ')).toContain('the fitted segment begins at step 151, not where training began');
  });

  it('does not call a plateau that the curves do not agree on', () => {
    const { interpretation } = reportOfCurve('exponential', { R0: 0.2, plateau: 0.8, tau: 400 }, 80, 0.01);
    expect(interpretation.state).toBe('rising');
    expect(interpretation.plateau).toBeNull();
  });

  it('names a better rival, by how much, and its plateau', () => {
    const { interpretation } = reportOfCurve(
      'logistic',
      { R0: 0.1, plateau: 0.9, rate: 0.1, midpoint: 120 },
      300,
    );
    expect(interpretation.rival?.curve).toBe('logistic');
    expect(interpretation.sentences.join(' ')).toMatch(
      /A logistic S-curve, .* fits better \(ΔBIC [\d,]+\) and puts the plateau at 0\.90/,
    );
  });

  it('never writes a null interval as ±0', () => {
    for (const tau of [10, 60, 300]) {
      const run = handMadeRun(curveWithNoise('exponential', { R0: 0, plateau: 1, tau }, 200, 0.02, 11).y);
      const { sentences } = reportOf(run, withoutIntervals).interpretation;
      expect(sentences.filter((said) => !said.startsWith('Forecast')).join(' ')).not.toContain('±');
      if (tau < 100) expect(sentences[0]).toContain('about 1.00 (no interval yet)');
    }
  });
});

/** The fits as an engine would leave them that cannot vouch for any interval. */
function withoutIntervals(fits: FitSet): FitSet {
  const bare = ([name, fit]: [string, Fit | null]): [string, Fit | null] => {
    if (fit === null) return [name, null];
    const derived = Object.entries(fit.derived as unknown as Readonly<Record<string, Estimate>>).map(
      ([key, { value }]) => [key, { value, interval: null }],
    );
    return [
      name,
      { ...fit, intervals: {}, derived: Object.fromEntries(derived) as unknown as Fit['derived'] },
    ];
  };
  return { ...fits, curves: Object.fromEntries(Object.entries(fits.curves).map(bare)) as FitSet['curves'] };
}
