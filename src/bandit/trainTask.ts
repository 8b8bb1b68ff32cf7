import type { AdvantageRule } from './advantage';
import { createOptimizer, type OptimizerSpec } from './optimizer';
import { Random } from './random';
import { sampleBatch, type BatchStatistics } from './sampleBatch';
import { parameterCount, policyAt, type Task } from './task';

/** One GRPO training run on a softmax task. Steps are optimizer updates. */
export interface TrainerRun {
  readonly task: Task;
  /** λ, weight of the exact KL to the reference policy, reward units per nat. */
  readonly klWeight: number;
  readonly rule: AdvantageRule;
  readonly optimizer: OptimizerSpec;
  /** Peak learning rate η. */
  readonly learningRate: number;
  /** Multiplies η at update t (0-based). */
  readonly schedule: (update: number) => number;
  /** K: updates per rollout refresh; in between, rollouts and gradients are those of the old policy. */
  readonly refreshInterval: number;
  /** G. */
  readonly groupSize: number;
  /** B, groups per update. */
  readonly promptsPerStep: number;
  readonly updates: number;
  /** Held-out evaluation after every so many updates, one sampled answer per held-out prompt; 0 for none. */
  readonly evalEvery: number;
  readonly seed: number;
}

/** What a trainer logs after an update; everything was measured in the simulation. */
export interface UpdateRecord extends BatchStatistics {
  /** 1-based, as trainers count finished updates. */
  readonly step: number;
  /** Passes over the training prompts so far. */
  readonly epoch: number;
  readonly learningRate: number;
  /** Euclidean norm of the gradient before any scaling. */
  readonly gradNorm: number;
  /** Share of right answers on the held-out prompts, where this update was followed by an evaluation. */
  readonly evalReward: number | null;
}

/** Trains with sampled GRPO and returns one record per update. */
export function trainTask(run: TrainerRun): UpdateRecord[] {
  const random = new Random(run.seed);
  const parameters = new Float64Array(parameterCount(run.task));
  const step = createOptimizer(run.optimizer, parameters.length);
  const next = promptOrder(run.task.prompts.length, random);
  const records: UpdateRecord[] = [];
  let old = parameters.slice();
  for (let t = 0; t < run.updates; t++) {
    if (t % run.refreshInterval === 0) old = parameters.slice();
    const prompts = Array.from({ length: run.promptsPerStep }, next);
    const { gradient, statistics } = sampleBatch(run, old, prompts, random);
    const learningRate = run.learningRate * run.schedule(t);
    step(parameters, gradient, learningRate);
    records.push({
      ...statistics,
      step: t + 1,
      epoch: ((t + 1) * run.promptsPerStep) / run.task.prompts.length,
      learningRate,
      gradNorm: Math.hypot(...gradient),
      evalReward: isEvaluated(run, t + 1) ? evaluate(run.task, parameters, random) : null,
    });
  }
  return records;
}

/** A data loader's order: every prompt once per epoch, shuffled anew each time. */
function promptOrder(count: number, random: Random): () => number {
  const order = Array.from({ length: count }, (_, i) => i);
  let at = count;
  return () => {
    if (at === count) {
      random.shuffle(order);
      at = 0;
    }
    return order[at++];
  };
}

function isEvaluated(run: TrainerRun, step: number): boolean {
  return run.evalEvery > 0 && step % run.evalEvery === 0;
}

function evaluate(task: Task, parameters: Float64Array, random: Random): number {
  let right = 0;
  for (const reference of task.heldOut) {
    const arm = random.index(policyAt(reference, parameters, 0));
    right += task.arms[arm].truth;
  }
  return right / task.heldOut.length;
}
