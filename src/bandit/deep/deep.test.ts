import { describe, expect, it } from 'vitest';
import { Random } from '../random';
import { klDivergence } from '../softmax';
import { expectedGradient, sampledGradient, type OffPolicy } from './contextGradient';
import { contextTask, expectedReward, policyOf, type ContextTask } from './contextTask';
import { along } from './deepRest';
import { deepFindings, deepOnsetClaim } from './deepStudy';
import { BETAS, INTERVALS, SAMPLED_INTERVALS, TREATMENTS, type DeepSeed } from './deepSeed';
import { perturbationGrows } from './deepThresholds';

const TASK = contextTask(1);
const RANDOM = new Random(3);
const WEIGHTS = TASK.start.map((w) => w + 0.2 * RANDOM.gaussian());
const OLD = WEIGHTS.map((w) => w + 0.05 * RANDOM.gaussian());

function objective(task: ContextTask, weights: Float64Array): number {
  const kl = task.contexts.reduce(
    (sum, context, c) => sum + klDivergence(policyOf(task.shape, weights, context), task.reference[c]),
    0,
  );
  return expectedReward(task, weights) - (task.klWeight * kl) / task.contexts.length;
}

function meanGradient(offPolicy: OffPolicy, rounds: number): Float64Array {
  const random = new Random(8);
  const sum = new Float64Array(WEIGHTS.length);
  for (let i = 0; i < rounds; i++)
    sampledGradient(TASK, WEIGHTS, OLD, { groupSize: 16, offPolicy }, random).forEach(
      (g, j) => (sum[j] += g),
    );
  return sum.map((g) => g / rounds);
}

function cosine(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0) / (Math.hypot(...a) * Math.hypot(...b));
}

describe('the network’s gradient', () => {
  it('is the slope of expected reward − λ KL', () => {
    const gradient = expectedGradient(TASK, WEIGHTS);
    WEIGHTS.forEach((_, i) => {
      const direction = new Float64Array(WEIGHTS.length);
      direction[i] = 1;
      const rise =
        objective(TASK, along(WEIGHTS, direction, 1e-5)) - objective(TASK, along(WEIGHTS, direction, -1e-5));
      expect(Math.abs(rise / 2e-5 - gradient[i])).toBeLessThan(1e-8);
    });
  });

  it('is what sampling gives on average: of the old policy when held, of the present one with the ratio', () => {
    const old = expectedGradient(TASK, OLD);
    const present = expectedGradient(TASK, WEIGHTS);
    const held = meanGradient('held', 4000);
    const ratio = meanGradient('ratio', 4000);
    expect(Math.hypot(...held.map((g, i) => g - old[i]))).toBeLessThan(0.03 * Math.hypot(...old));
    expect(Math.hypot(...ratio.map((g, i) => g - present[i]))).toBeLessThan(0.03 * Math.hypot(...present));
    expect(cosine(meanGradient('clipped', 500), present)).toBeGreaterThan(0.7);
  });
});

describe('perturbationGrows', () => {
  it('follows the sign of the curvature', () => {
    const fastest = new Float64Array(WEIGHTS.length);
    fastest[0] = 1;
    const rest = { weights: WEIGHTS, reward: 0, fastest, curvature: 1, curveCurvature: 1 };
    // At rate 0 nothing moves, so nothing grows.
    expect(perturbationGrows(TASK, rest, 0, { beta: 0, refreshInterval: 1 })).toBe(false);
    expect(perturbationGrows(TASK, rest, 1e3, { beta: 0, refreshInterval: 1 })).toBe(true);
  });
});

describe('the deep study', () => {
  const seed = (factor: number): DeepSeed => ({
    seed: 1,
    curvature: 0.1,
    spread: 8,
    onset: BETAS.map(() => INTERVALS.map(() => factor)),
    collapse: BETAS.map(() => TREATMENTS.map(() => SAMPLED_INTERVALS.map((K) => (K === 64 ? Infinity : 3)))),
  });

  it('fails its claim where perturbations grow elsewhere than predicted', () => {
    const rows = (factor: number): boolean =>
      deepOnsetClaim([seed(factor), seed(factor)]).rows.every((row) => row.pass);
    expect(rows(1.01)).toBe(true);
    expect(rows(1.1)).toBe(false);
  });

  it('says where no collapse was seen', () => {
    const text = deepFindings([seed(1), seed(1)]);
    expect(text).toContain('| 0 | held | 3.0 [3.0, 3.0] |');
    expect(text).toContain('> 64 [> 64, > 64]');
    expect(text).toContain('8.0 times');
  });
});
