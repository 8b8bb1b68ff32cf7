import { describe, expect, it } from 'vitest';
import { boundLog, type BoundTruth } from '../../test/boundLog';
import { absoluteStiffness } from './absoluteStiffness';
import { NO_SETTINGS, type DynamicsSettings } from './dynamicsSettings';
import type { Fit, FitSet, Interval } from './fit';
import { fitCurves } from './fitCurves';

const linearDecay = (share: number): number => 1 - 0.95 * share;

const RUNS: readonly (readonly [string, BoundTruth, number])[] = [
  ['SGD', { stiffness: 0.02, beta: 0.9, refreshInterval: 1, optimizer: 'sgd', stepUnit: 'update' }, 400],
  [
    'SGD, held',
    { stiffness: 0.02, beta: 0.9, refreshInterval: 4, optimizer: 'sgd', stepUnit: 'update' },
    400,
  ],
  [
    'SGD, rollouts',
    { stiffness: 0.005, beta: 0.9, refreshInterval: 8, optimizer: 'sgd', stepUnit: 'rollout' },
    300,
  ],
  [
    'SGD, ringing',
    { stiffness: 0.15, beta: 0.95, refreshInterval: 4, optimizer: 'sgd', stepUnit: 'update' },
    300,
  ],
  ['Adam', { stiffness: 0.02, beta: 0.9, refreshInterval: 4, optimizer: 'adam', stepUnit: 'update' }, 400],
  [
    'Adam, rollouts, decay',
    {
      stiffness: 0.004,
      beta: 0.9,
      refreshInterval: 4,
      optimizer: 'adam',
      stepUnit: 'rollout',
      schedule: linearDecay,
    },
    400,
  ],
  [
    'SGD, warm-up',
    {
      stiffness: 0.03,
      beta: 0.9,
      refreshInterval: 2,
      optimizer: 'sgd',
      stepUnit: 'update',
      schedule: (share) => Math.min(1, 0.05 + 5 * share),
    },
    400,
  ],
];

function fit(truth: BoundTruth, n: number, seed: number, rho: number): FitSet {
  const { t, y, rate } = boundLog(truth, n, 0.03, seed, rho);
  const { optimizer, beta, refreshInterval, stepUnit } = truth;
  const settings: DynamicsSettings = {
    ...NO_SETTINGS,
    optimizer,
    beta,
    refreshInterval,
    stepUnit,
    learningRate: { steps: t, values: rate },
  };
  return fitCurves(t, y, { settings });
}

const holds = ([low, high]: Interval, value: number): boolean =>
  (low === null || low <= value) && (high === null || value <= high);

describe('the bound curve', () => {
  it.each(RUNS)('finds the stiffness and the plateau of a run it was made from: %s', (_, truth, n) => {
    const { bound } = fit(truth, n, 3, 0.3).curves;
    expect(bound!.atBound).toBe(false);
    expect(holds(bound!.intervals['stiffness'], truth.stiffness)).toBe(true);
    expect(holds(bound!.intervals['plateau'], 0.8)).toBe(true);
    expect(Math.abs(bound!.constants['stiffness'] / truth.stiffness - 1)).toBeLessThan(0.2);
  });

  it.each(RUNS)('is not rejected where it is the truth: %s', (_, truth, n) => {
    const { stiffness } = absoluteStiffness(fit(truth, n, 5, 0));
    expect(holds(stiffness!.interval!, truth.stiffness)).toBe(true);
  });

  it('covers the stiffness under autocorrelated noise in at least 13 of 15 runs', () => {
    const [, truth] = RUNS[2];
    const inside = Array.from({ length: 15 }, (_, seed) => {
      const { bound } = fit(truth, 120, seed + 1, 0.5).curves;
      return holds(bound!.intervals['stiffness'], truth.stiffness);
    });
    expect(inside.filter(Boolean).length).toBeGreaterThanOrEqual(13);
  });

  it('is rejected, and no stiffness claimed, where the curve is an S that momentum cannot make', () => {
    const t = Float64Array.from({ length: 400 }, (_, i) => i);
    const [, truth] = RUNS[0];
    const { y: noise } = boundLog({ ...truth, stiffness: 1 }, 400, 0.01, 9);
    const y = noise.map((value, i) => value - 0.8 + 0.6 / (1 + Math.exp(-(i - 200) / 20)));
    const set = fitCurves(t.slice(60), y.slice(60), {
      settings: { ...NO_SETTINGS, beta: 0.9, refreshInterval: 1, stepUnit: 'update' },
    });
    expect(absoluteStiffness(set)).toMatchObject({ stiffness: null });
  });

  it.each<[Partial<DynamicsSettings>, RegExp]>([
    [{ beta: null }, /--beta1/],
    [{ refreshInterval: null }, /--refresh-interval/],
    [{ stepUnit: 'unknown' }, /--step-unit/],
    [{ beta: 1.2 }, /must be in \[0, 1\)/],
    [{ asyncLag: 1.5 }, /--async-lag/],
  ])('is absent, saying why, with %j', (change, why) => {
    const { t, y } = boundLog(RUNS[0][1], 60, 0.03, 1);
    const known: DynamicsSettings = { ...NO_SETTINGS, beta: 0.9, refreshInterval: 4, stepUnit: 'update' };
    const set = fitCurves(t, y, { settings: { ...known, ...change } });
    expect(set.curves.bound).toBeNull();
    expect(set.notes.join(' ')).toMatch(why);
  });
});

describe('the scheduled curve', () => {
  it('is the exponential where the rate is constant, and loses the tie', () => {
    const { t, y } = boundLog(RUNS[0][1], 200, 0.03, 1);
    const rate = { steps: Float64Array.of(0), values: Float64Array.of(1e-3) };
    const { exponential, scheduled } = fitCurves(t, y, {
      settings: { ...NO_SETTINGS, learningRate: rate },
    }).curves;
    // Where the numbers come from names its own curve.
    const numbers = (found: Fit | null): string => JSON.stringify({ ...found, curve: '', region: null });
    expect(numbers(scheduled)).toBe(numbers(exponential));
  });

  it('finds the plateau that a decay to nothing never reached', () => {
    const tau = 100;
    const n = 300;
    const values = Float64Array.from({ length: n }, (_, i) => 1 - i / n);
    const t = Float64Array.from({ length: n }, (_, i) => i);
    let s = 0;
    const noise = boundLog({ ...RUNS[0][1], stiffness: 1 }, n + 200, 0.002, 4).y.slice(200);
    const y = t.map((_, i) => {
      const reward = 1 - Math.exp(-s / tau) + noise[i] - 0.8;
      s += values[i];
      return reward;
    });
    const { exponential, scheduled } = fitCurves(t, y, {
      settings: { ...NO_SETTINGS, learningRate: { steps: t, values } },
    }).curves;
    expect(exponential!.constants['plateau']).toBeLessThan(0.9);
    expect(holds(scheduled!.intervals['plateau'], 1)).toBe(true);
    expect(scheduled!.constants['tau'] / tau).toBeCloseTo(1, 1);
    expect(scheduled!.bicAr!).toBeLessThan(exponential!.bicAr! - 6);
  });
});
