import { createOptimizer } from '../optimizer';
import { Random } from '../random';
import { klDivergence, softmax } from '../softmax';
import type { Phase, PhasedRun } from './phase';
import { RolloutBatch, type Rollouts } from './rollouts';

/** One update: what a trainer logs, and beside it the exact state that no log has. */
export interface PhasedRecord extends Rollouts {
  /** 1-based. */
  readonly step: number;
  readonly learningRate: number;
  readonly gradNorm: number;
  /** Mean KL from the policy that sampled to the policy that was updated, nats. */
  readonly klOldPolicy: number;
  /** Sampled share of right answers on held-out prompts, where this update was followed by an evaluation. */
  readonly evalReward: number | null;
  /** Exact expected reward on training prompts and exact share of right answers on held-out ones, after the update. */
  readonly exactReward: number;
  readonly exactTruth: number;
}

/** Prompts looked at for exact expectations: enough for 0.01, few enough to do it after every update. */
const LOOKED_AT = 48;

/** Trains with sampled GRPO, phase after phase, and returns one record per update. */
export function trainPhases(run: PhasedRun): PhasedRecord[] {
  const random = new Random(run.seed);
  const parameters = run.policy.start.slice();
  const step = createOptimizer(run.optimizer, parameters.length);
  const records: PhasedRecord[] = [];
  const past: Float64Array[] = [];
  let order = promptOrder([], random);
  let phase: Phase | null = null;
  let old: Float64Array = parameters;
  for (let t = 0; t < run.updates; t++) {
    const now = phaseAt(run, t);
    if (now.prompts !== phase?.prompts) order = promptOrder(now.prompts, random);
    phase = now;
    past.push(parameters.slice());
    if (past.length > now.asyncLag + 1) past.shift();
    if (t % now.refreshInterval === 0) old = past[0];
    const prompts = Array.from({ length: run.promptsPerStep }, order);
    const batch = new RolloutBatch(run.policy, now, run, random);
    batch.add(old, prompts);
    const klOldPolicy = meanKl(run, prompts, old, parameters);
    const learningRate = now.learningRate * run.schedule(t);
    step(parameters, batch.gradient, learningRate);
    records.push({
      ...batch.statistics(),
      step: t + 1,
      learningRate,
      gradNorm: Math.hypot(...batch.gradient),
      klOldPolicy,
      evalReward:
        run.evalEvery > 0 && (t + 1) % run.evalEvery === 0 ? evaluate(run, now, parameters, random) : null,
      exactReward: expected(run, now.prompts, parameters, (prompt, arm) => {
        const { reward, chance } = now.answer(prompt, arm);
        return reward * chance;
      }),
      exactTruth: expected(run, run.heldOut, parameters, (prompt, arm) => now.answer(prompt, arm).truth),
    });
  }
  return records;
}

function phaseAt({ phases }: PhasedRun, update: number): Phase {
  return phases.findLast(({ from }) => from <= update) ?? phases[0];
}

/** Every prompt once per epoch, shuffled anew each time. */
function promptOrder(prompts: readonly number[], random: Random): () => number {
  const order = [...prompts];
  let at = order.length;
  return () => {
    if (at === order.length) {
      random.shuffle(order);
      at = 0;
    }
    return order[at++];
  };
}

function meanKl(run: PhasedRun, prompts: readonly number[], old: Float64Array, now: Float64Array): number {
  const looked = prompts.slice(0, 8);
  const a = new Float64Array(run.policy.arms);
  const b = new Float64Array(run.policy.arms);
  return looked.reduce((sum, prompt) => {
    run.policy.logits(old, prompt, a);
    run.policy.logits(now, prompt, b);
    return sum + klDivergence(softmax(a, a), softmax(b, b)) / looked.length;
  }, 0);
}

function expected(
  run: PhasedRun,
  prompts: readonly number[],
  parameters: Float64Array,
  worth: (prompt: number, arm: number) => number,
): number {
  const looked = spreadOver(prompts);
  const pi = new Float64Array(run.policy.arms);
  return looked.reduce((sum, prompt) => {
    run.policy.logits(parameters, prompt, pi);
    softmax(pi, pi);
    return sum + pi.reduce((total, p, arm) => total + p * worth(prompt, arm), 0) / looked.length;
  }, 0);
}

/** Prompts from all over the list: 37 has no factor in common with any regular arrangement of kinds. */
function spreadOver(prompts: readonly number[]): number[] {
  const count = Math.min(LOOKED_AT, prompts.length);
  return Array.from({ length: count }, (_, i) => prompts[(37 * i) % prompts.length]);
}

function evaluate(run: PhasedRun, phase: Phase, parameters: Float64Array, random: Random): number {
  const pi = new Float64Array(run.policy.arms);
  return run.heldOut.reduce((sum, prompt) => {
    run.policy.logits(parameters, prompt, pi);
    return sum + phase.answer(prompt, random.index(softmax(pi, pi))).truth / run.heldOut.length;
  }, 0);
}
