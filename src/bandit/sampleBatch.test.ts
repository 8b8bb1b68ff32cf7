import { describe, expect, it } from 'vitest';
import { Random } from './random';
import { sampleBatch } from './sampleBatch';
import { klDivergence, softmax } from './softmax';
import { policyAt, type Task } from './task';

const TASK: Task = {
  arms: [
    { reward: 1, truth: 1, meanLength: 200 },
    { reward: 0.3, truth: 0, meanLength: 100 },
    { reward: 0, truth: 0, meanLength: 50 },
  ],
  prompts: [Float64Array.of(-1, 0, 0.5), Float64Array.of(0.4, 0.1, -0.2)],
  heldOut: [],
  parameters: 'separate',
};
const PARAMETERS = Float64Array.of(0.3, -0.2, 0.1, 0.6, 0, -0.4);
const SETTINGS = {
  task: TASK,
  klWeight: 0.7,
  rule: { baseline: 'leave-one-out', normalisation: 'none' },
  groupSize: 8,
} as const;

/** Mean over prompts of expected reward − λ KL: what GRPO without a std climbs. */
function objective(parameters: Float64Array): number {
  return TASK.prompts.reduce((sum, reference, prompt) => {
    const policy = policyAt(reference, parameters, 3 * prompt);
    const reward = policy.reduce((total, p, arm) => total + p * TASK.arms[arm].reward, 0);
    return sum + (reward - 0.7 * klDivergence(policy, softmax(reference))) / 2;
  }, 0);
}

describe('sampleBatch', () => {
  it('samples the gradient of expected reward minus λ KL', () => {
    const random = new Random(4);
    const prompts = Array.from({ length: 80_000 }, (_, i) => i % 2);
    const { gradient } = sampleBatch(SETTINGS, PARAMETERS, prompts, random);
    PARAMETERS.forEach((_, i) => {
      const shifted = (h: number): number => objective(PARAMETERS.map((x, j) => (i === j ? x + h : x)));
      const slope = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
      expect(Math.abs(gradient[i] - slope)).toBeLessThan(2e-3);
    });
  });

  it('counts groups without spread and measures lengths, rewards and entropy', () => {
    const random = new Random(9);
    const prompts = new Array<number>(20_000).fill(0);
    const { statistics } = sampleBatch(SETTINGS, PARAMETERS, prompts, random);
    const policy = policyAt(TASK.prompts[0], PARAMETERS, 0);
    const equal = policy.reduce((sum, p) => sum + p ** 8, 0);
    expect(statistics.zeroStdFraction).toBeCloseTo(equal, 2);
    expect(statistics.meanLength).toBeCloseTo(policy[0] * 200 + policy[1] * 100 + policy[2] * 50, -0.5);
    expect(statistics.reward).toBeCloseTo(policy[0] + 0.3 * policy[1], 2);
    expect(statistics.loss).toBeCloseTo(0.7 * statistics.kl, 6);
  });
});
