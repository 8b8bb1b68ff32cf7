import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundLog } from '../../../test/boundLog';
import { NO_SETTINGS } from '../dynamicsSettings';
import { fitCurves } from '../fitCurves';
import { stabilityMargin } from '../thresholds/stability';
import { stabilityCurves } from './stabilityCurves';
import { jitterFor } from './whatIfJitter';
import { marginFor } from './whatIfMargin';
import { pathFor } from './whatIfPath';
import { ownChoice, type WhatIfRun } from './whatIfRun';
import { stiffnessFor } from './whatIfStiffness';

const RUN: WhatIfRun = {
  optimizer: 'sgd',
  settings: { beta: 0.9, refreshInterval: 4, asyncLag: 0 },
  stiffness: { value: 0.02, interval: [0.018, 0.023] },
  groupSize: 8,
  process: { value: 0.01, interval: [0.008, 0.013] },
  path: {
    start: { value: 0.2, interval: [0.18, 0.22] },
    plateau: { value: 0.8, interval: [0.78, 0.83] },
    tau: null,
    first: 1,
    last: 400,
    fresh: true,
    stepUnit: 'update',
    rates: null,
  },
};
const ADAM: WhatIfRun = { ...RUN, optimizer: 'adam' };
const OWN = ownChoice(RUN);
const STEPS = Array.from({ length: 80 }, (_, i) => 1 + 5 * i);

const deviation = (run: WhatIfRun, change: Partial<typeof OWN>): number => {
  const jitter = jitterFor(run, { ...OWN, ...change });
  return jitter.kind === 'known' ? jitter.deviation.value : NaN;
};

describe('stiffnessFor', () => {
  it.each([
    [RUN, { rate: 2 }, 0.04, [0.036, 0.046]],
    [RUN, { groupSize: 32 }, 0.02, [0.018, 0.023]],
    // Adam: k ∝ √G at best; noise between prompts may leave it where it is.
    [ADAM, { groupSize: 32 }, 0.04, [0.018, 0.046]],
    [ADAM, { groupSize: 2 }, 0.01, [0.009, 0.023]],
    [RUN, { beta: 0.5, refreshInterval: 16 }, 0.02, [0.018, 0.023]],
  ] as const)('%#', (run, change, value, [low, high]) => {
    const found = stiffnessFor(run, { ...OWN, ...change });
    expect(found?.value).toBeCloseTo(value, 12);
    expect(found?.interval?.[0]).toBeCloseTo(low, 12);
    expect(found?.interval?.[1]).toBeCloseTo(high, 12);
  });

  it('is not known where the run has none', () =>
    expect(stiffnessFor({ ...RUN, stiffness: null }, OWN)).toBeNull());
});

describe('marginFor', () => {
  it('is the Report’s at the run’s own settings', () => {
    const found = marginFor(RUN, OWN);
    const report = stabilityMargin(RUN.settings!, 0.02);
    expect(found).toMatchObject({ threshold: report.threshold, onset: report.oscillationOnset });
    expect(found?.margin?.value).toBe(report.margin);
    expect(found?.margin?.interval).toEqual([report.threshold / 0.023, report.threshold / 0.018]);
  });

  it.each([
    // β = 0, K = 4: k_osc = 0.25 and k_thr = 0.5 (theory.md §3).
    [0.01, 'settles', true],
    [0.24, 'settles', false],
    [0.3, 'swings', true],
    [0.48, 'swings', false],
    [0.7, 'unstable', true],
  ] as const)('k = %d: %s, sure: %s', (k, behaviour, isSure) => {
    const run = { ...RUN, stiffness: { value: k, interval: [0.9 * k, 1.1 * k] as const } };
    expect(marginFor(run, { ...OWN, beta: 0 })).toMatchObject({ behaviour, isSure });
  });

  it('knows the thresholds without k, and nothing without momentum', () => {
    expect(marginFor({ ...RUN, stiffness: null }, OWN)).toMatchObject({ margin: null, behaviour: null });
    expect(marginFor({ ...RUN, settings: null }, OWN)).toBeNull();
  });
});

describe('jitterFor', () => {
  it('is the run’s own at its own settings', () =>
    expect(jitterFor(RUN, OWN)).toEqual({ kind: 'known', deviation: RUN.process }));

  it.each([
    [RUN, { groupSize: 32 }, 0.005],
    [ADAM, { groupSize: 128 }, 0.005],
    [{ ...RUN, stiffness: null }, { groupSize: 2 }, 0.02],
  ] as const)('follows its law of the group size: %#', (run, change, value) =>
    expect(deviation(run, change)).toBeCloseTo(value, 9),
  );

  it('reaches from no change to the whole law where the group grows', () => {
    const found = jitterFor(RUN, { ...OWN, groupSize: 32 });
    expect(found).toMatchObject({ kind: 'known', deviation: { interval: [0.004, 0.013] } });
  });

  it('grows as √η where k is small (theory.md §4)', () => {
    const soft = { ...RUN, stiffness: { value: 1e-4, interval: [0.9e-4, 1.1e-4] as const } };
    expect(deviation(soft, { rate: 2 }) / 0.01).toBeCloseTo(Math.SQRT2, 2);
  });

  it('has no upper end where k may be past the threshold, and is unstable where it is', () => {
    const stiff = { ...RUN, stiffness: { value: 0.3, interval: [0.2, 0.4] as const } };
    expect(jitterFor(stiff, { ...OWN, rate: 2 })).toMatchObject({
      deviation: { interval: [expect.any(Number), null] },
    });
    expect(jitterFor(stiff, { ...OWN, rate: 3 })).toEqual({ kind: 'unstable' });
  });

  it.each([
    [{ ...RUN, process: null }, {}, 'unknown'],
    [{ ...RUN, stiffness: null }, { rate: 2 }, 'unknown'],
    [{ ...RUN, settings: { ...RUN.settings!, asyncLag: 2 } }, { rate: 2 }, 'lagged'],
  ] as const)('says why it is not known: %#', (run, change, kind) =>
    expect(jitterFor(run, { ...OWN, ...change })).toEqual({ kind }),
  );

  it('keeps its value within its interval', () => {
    const factor = fc.double({ min: 0.25, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(RUN, ADAM),
        factor,
        fc.integer({ min: 1, max: 64 }),
        factor,
        (run, rate, K, g) => {
          const found = jitterFor(run, { ...OWN, rate, refreshInterval: K, groupSize: 8 * g });
          if (found.kind !== 'known') return;
          const { value, interval } = found.deviation;
          expect(value).toBeGreaterThanOrEqual(interval![0]! * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual((interval![1] ?? Infinity) * (1 + 1e-12));
        },
      ),
    );
  });
});

describe('pathFor', () => {
  it('is the fitted bound curve at the run’s own settings', () => {
    const truth = {
      stiffness: 0.02,
      beta: 0.9,
      refreshInterval: 4,
      optimizer: 'adam',
      stepUnit: 'rollout',
    } as const;
    const schedule = (share: number): number => 1 - 0.9 * share;
    const { t, y, rate } = boundLog({ ...truth, schedule }, 150, 0.02, 4);
    const learningRate = { steps: t, values: rate };
    const { bound } = fitCurves(t, y, { settings: { ...NO_SETTINGS, ...truth, learningRate } }).curves;
    const { R0, plateau, stiffness } = bound!.constants;
    const run: WhatIfRun = {
      ...ADAM,
      stiffness: { value: stiffness, interval: null },
      path: {
        ...RUN.path!,
        start: { value: R0, interval: null },
        plateau: { value: plateau, interval: null },
        first: 0,
        last: 149,
        stepUnit: 'rollout',
        rates: { steps: [...t], values: [...rate] },
      },
    };
    const found = pathFor(run, OWN, [...t]);
    expect(found?.band).toBeNull();
    found!.reward.forEach((reward, i) => expect(reward).toBeCloseTo(bound!.path!.values[i], 10));
  });

  it('goes as far in one step at twice the rate as in two, where only the rate counts', () => {
    const tau = { value: 100, interval: [90, 115] as const };
    const run = { ...RUN, stiffness: null, path: { ...RUN.path!, tau } };
    const twice = pathFor(run, { ...OWN, rate: 2 }, [1, 51, 101]);
    const once = pathFor(run, OWN, [1, 101, 201]);
    twice!.reward.forEach((reward, i) => expect(reward).toBeCloseTo(once!.reward[i], 12));
    expect(once!.reward[1]).toBeCloseTo(0.8 - 0.6 / Math.E, 12);
  });

  it('starts and ends where the fit does, within a band of the fit’s own intervals', () => {
    const found = pathFor(RUN, { ...OWN, rate: 0.5 }, STEPS.concat(20_000));
    const { reward, band } = found!;
    expect(reward[0]).toBeCloseTo(0.2, 12);
    expect([band!.low[0], band!.high[0]].map((end) => end.toFixed(6))).toEqual(['0.180000', '0.220000']);
    expect(reward.at(-1)).toBeCloseTo(0.8, 9);
    expect(band!.high.at(-1)).toBeCloseTo(0.83, 6);
    reward.forEach((value, i) => {
      expect(band!.low[i]).toBeLessThanOrEqual(value);
      expect(band!.high[i]).toBeGreaterThanOrEqual(value);
    });
  });

  it.each([
    [{ ...RUN, path: null }, {}],
    [{ ...RUN, stiffness: null }, {}],
    [{ ...RUN, path: { ...RUN.path!, stepUnit: 'rollout' } }, { refreshInterval: 1 << 16 }],
  ] as const)('says nothing where the run does not, or at any length: %#', (run, change) =>
    expect(pathFor(run, { ...OWN, ...change }, STEPS)).toBeNull(),
  );
});

it.each([
  [0, 0],
  [0.9, 0],
  [0.9, 4],
])('stability curves are the thresholds at β = %d, lag %d', (beta, asyncLag) => {
  const { intervals, threshold, onset } = stabilityCurves(beta, asyncLag, 64);
  expect(intervals[0]).toBe(1);
  expect(intervals.at(-1)).toBe(64);
  intervals.forEach((refreshInterval, i) => {
    const expected = stabilityMargin({ beta, refreshInterval, asyncLag }, null);
    expect([threshold[i], onset[i]]).toEqual([expected.threshold, expected.oscillationOnset]);
    expect(onset[i]).toBeLessThanOrEqual(threshold[i]);
  });
});
