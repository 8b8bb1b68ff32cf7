import type { Random } from '../random';
import { klDivergence, softmax } from '../softmax';
import type { ContextTask } from './contextTask';
import { backward, forward } from './mlp';

/**
 * What stands between the rollouts' policy and the updated one: nothing (the gradient is that of the old policy, as in
 * the model), the probability ratio, or the ratio clipped to 1 ± 0.2 as PPO and GRPO do.
 */
export type OffPolicy = 'held' | 'ratio' | 'clipped';

const CLIP = 0.2;

/** Writes the gradient in the logits of context c, given the policy there. */
type LogitGradient = (context: number, policy: Float64Array, out: Float64Array) => void;

/** Exact gradient of expected reward − λ KL in the weights (ascent), averaged over the contexts. */
export function expectedGradient(task: ContextTask, weights: Float64Array): Float64Array {
  return throughNetwork(task, weights, (c, policy, out) => {
    const pay = task.payChance[c];
    const mean = policy.reduce((sum, p, a) => sum + p * pay[a], 0);
    policy.forEach((p, a) => (out[a] = p * (pay[a] - mean)));
    addKlPull(task, c, policy, out);
  });
}

/**
 * A sampled GRPO gradient: one group of G answers per context from the policy of `old`, rewards drawn, leave-one-out
 * advantages, no std, exact KL. With `held` it is taken at `old` whatever `weights` are; else at `weights`.
 */
export function sampledGradient(
  task: ContextTask,
  weights: Float64Array,
  old: Float64Array,
  settings: { readonly groupSize: number; readonly offPolicy: OffPolicy },
  random: Random,
): Float64Array {
  const { groupSize, offPolicy } = settings;
  const rollouts = rolloutPolicies(task, old);
  return throughNetwork(task, offPolicy === 'held' ? old : weights, (c, policy, out) => {
    const group = drawGroup(rollouts[c], task.payChance[c], groupSize, random);
    out.fill(0);
    for (let i = 0; i < groupSize; i++) {
      const ratio = offPolicy === 'held' ? 1 : policy[group.actions[i]] / rollouts[c][group.actions[i]];
      const advantage = ((group.rewards[i] - group.mean) * groupSize) / (groupSize - 1);
      if (offPolicy === 'clipped' && isClipped(ratio, advantage)) continue;
      const weight = (advantage * ratio) / groupSize;
      for (let a = 0; a < out.length; a++) out[a] -= weight * policy[a];
      out[group.actions[i]] += weight;
    }
    addKlPull(task, c, policy, out);
  });
}

function throughNetwork(task: ContextTask, weights: Float64Array, at: LogitGradient): Float64Array {
  const { shape, contexts } = task;
  const gradient = new Float64Array(weights.length);
  const hidden = new Float64Array(shape.hidden);
  const logits = new Float64Array(shape.actions);
  const policy = new Float64Array(shape.actions);
  const dLogits = new Float64Array(shape.actions);
  contexts.forEach((context, c) => {
    forward(shape, weights, context, hidden, logits);
    at(c, softmax(logits, policy), dLogits);
    for (let a = 0; a < dLogits.length; a++) dLogits[a] /= contexts.length;
    backward(shape, weights, context, hidden, dLogits, gradient);
  });
  return gradient;
}

function rolloutPolicies(task: ContextTask, old: Float64Array): Float64Array[] {
  const hidden = new Float64Array(task.shape.hidden);
  const logits = new Float64Array(task.shape.actions);
  return task.contexts.map((context) => {
    forward(task.shape, old, context, hidden, logits);
    return softmax(logits);
  });
}

function drawGroup(
  policy: Float64Array,
  payChance: Float64Array,
  size: number,
  random: Random,
): { actions: Int32Array; rewards: Float64Array; mean: number } {
  const actions = new Int32Array(size);
  const rewards = new Float64Array(size);
  let mean = 0;
  for (let i = 0; i < size; i++) {
    actions[i] = random.index(policy);
    rewards[i] = random.uniform() < payChance[actions[i]] ? 1 : 0;
    mean += rewards[i] / size;
  }
  return { actions, rewards, mean };
}

function isClipped(ratio: number, advantage: number): boolean {
  return advantage > 0 ? ratio > 1 + CLIP : ratio < 1 - CLIP;
}

/** Adds −λ ∂KL/∂z_a = −λ π_a (log(π_a/ref_a) − KL). */
function addKlPull(task: ContextTask, c: number, policy: Float64Array, out: Float64Array): void {
  const reference = task.reference[c];
  const kl = klDivergence(policy, reference);
  policy.forEach((p, a) => (out[a] -= task.klWeight * p * (Math.log(p / reference[a]) - kl)));
}
