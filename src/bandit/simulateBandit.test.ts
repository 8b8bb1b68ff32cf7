import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../test/shared';
import { fixedPointUnnormalised } from './fixedPoint';
import { simulateBandit, type BanditRun } from './simulateBandit';
import { sigmoid } from './softmax';

const WORLD = {
  thetaRef: 0,
  klWeight: 0.5765014363929671,
  rule: { baseline: 'leave-one-out', normalisation: 'none' },
} as const;
const REST = fixedPointUnnormalised(WORLD.thetaRef, WORLD.klWeight);
const RUN: BanditRun = {
  world: WORLD,
  theta0: REST.theta - 1e-5,
  learningRate: 0.02 / REST.curvature,
  optimizer: { kind: 'momentum', beta: 0.9 },
  refreshInterval: 1,
  asyncLag: 0,
  groupSize: Infinity,
  promptsPerStep: 1,
  steps: 400,
  seed: 1,
};

interface Trajectory {
  readonly k: number;
  readonly beta: number;
  readonly K: number;
  readonly lag: number;
  readonly biasCorrected: boolean;
  readonly t: readonly number[];
  readonly x: readonly number[];
}

describe.skipIf(!hasShared)('the expected update near its rest point', () => {
  const golden = hasShared
    ? (
        JSON.parse(readFileSync(shared('golden', 'theory.json'), 'utf8')) as {
          momentumTrajectory: Trajectory[];
        }
      ).momentumTrajectory
    : [];
  it.each(
    golden
      .filter((g) => !g.biasCorrected)
      .map((g) => [`k ${g.k} β ${g.beta} K ${g.K} lag ${g.lag}`, g] as const),
  )('follows the exact recursion: %s', (_, g) => {
    const path = simulateBandit({
      ...RUN,
      learningRate: g.k / REST.curvature,
      optimizer: { kind: 'momentum', beta: g.beta },
      refreshInterval: g.K,
      asyncLag: g.lag,
    });
    // A start 1e-5 away leaves a nonlinear remainder of that order.
    g.t.forEach((t, i) => expect(Math.abs((path.theta[t] - REST.theta) / -1e-5 - g.x[i])).toBeLessThan(1e-4));
  });
});

describe('simulateBandit', () => {
  it('repeats itself from a seed', () => {
    const sampled = { ...RUN, groupSize: 8, promptsPerStep: 2, steps: 50 };
    expect(simulateBandit(sampled)).toEqual(simulateBandit(sampled));
    expect(simulateBandit(sampled).theta).not.toEqual(simulateBandit({ ...sampled, seed: 2 }).theta);
  });

  it('has the expected update as the mean of its sampled ones', () => {
    const one = {
      ...RUN,
      theta0: 0.4,
      optimizer: { kind: 'momentum', beta: 0 } as const,
      learningRate: 1,
      steps: 1,
    };
    const exact = simulateBandit(one).theta[1];
    const sampled = simulateBandit({ ...one, groupSize: 8, promptsPerStep: 100_000 }).theta[1];
    expect(Math.abs(sampled - exact)).toBeLessThan(1e-3);
  });

  it('logs the reward of the policy the answers came from', () => {
    const { theta, reward } = simulateBandit({ ...RUN, theta0: -2, refreshInterval: 4, steps: 12 });
    expect([...reward]).toEqual([0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8].map((t) => sigmoid(theta[t])));
  });

  it('takes steps of about the learning rate under Adam', () => {
    const optimizer = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
    const { theta } = simulateBandit({ ...RUN, theta0: -2, optimizer, learningRate: 0.01, steps: 3 });
    expect(theta[1] - theta[0]).toBeCloseTo(0.01, 6);
    expect(theta[3] - theta[2]).toBeCloseTo(0.01, 3);
  });

  it('follows the schedule outside the momentum buffer', () => {
    const { theta } = simulateBandit({ ...RUN, schedule: (t) => (t < 2 ? 1 : 0), steps: 5 });
    expect(theta[5]).toBe(theta[2]);
  });
});
