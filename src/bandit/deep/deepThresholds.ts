import { createOptimizer } from '../optimizer';
import { Random } from '../random';
import { expectedGradient, sampledGradient, type OffPolicy } from './contextGradient';
import { expectedReward, type ContextTask } from './contextTask';
import { along, type DeepRest } from './deepRest';

/** β and K of one experiment. */
export interface DeepCase {
  readonly beta: number;
  readonly refreshInterval: number;
}

const PERIODS = 60;
/** A perturbation this small leaves the network in its linear neighbourhood. */
const NUDGE = 1e-6;
/** Far above what a stable run shows in passing, far below where a growing swing settles in a flatter place nearby. */
const GROWN = 300;
/** Share of the rise that must be lost before a run counts as collapsed. */
const LOSS = 0.2;
const GROUP_SIZE = 32;

/**
 * Whether a small perturbation of the rest point grows under the exact gradient of the old policy, refreshed every K
 * steps, at this learning rate.
 */
export function perturbationGrows(
  task: ContextTask,
  rest: DeepRest,
  learningRate: number,
  { beta, refreshInterval: K }: DeepCase,
): boolean {
  const weights = along(rest.weights, rest.fastest, NUDGE);
  const step = createOptimizer({ kind: 'momentum', beta }, weights.length);
  const steps = Math.max(400, PERIODS * K);
  let gradient = expectedGradient(task, weights);
  let [early, late] = [0, 0];
  for (let t = 0; t < steps; t++) {
    if (t % K === 0) gradient = expectedGradient(task, weights);
    step(weights, gradient, learningRate);
    const gap = Math.abs(weights.reduce((sum, w, i) => sum + (w - rest.weights[i]) * rest.fastest[i], 0));
    if (gap > GROWN * NUDGE) return true;
    if (t >= steps / 4 && t < steps / 2) early = Math.max(early, gap);
    if (t >= (3 * steps) / 4) late = Math.max(late, gap);
  }
  // What has shrunk a thousandfold is stable; far below, only rounding moves.
  return late > early && late > NUDGE / 1000;
}

/** Whether sampled GRPO, started at the rest point, loses a fifth of the rise at this learning rate. */
export function runCollapses(
  task: ContextTask,
  rest: DeepRest,
  learningRate: number,
  settings: DeepCase & { readonly offPolicy: OffPolicy; readonly seed: number },
): boolean {
  const { beta, refreshInterval: K, offPolicy } = settings;
  const random = new Random(settings.seed);
  const weights = rest.weights.slice();
  const step = createOptimizer({ kind: 'momentum', beta }, weights.length);
  const steps = Math.max(600, PERIODS * K);
  let old = weights.slice();
  let [sum, count] = [0, 0];
  for (let t = 0; t < steps; t++) {
    if (t % K === 0) old = weights.slice();
    const gradient = sampledGradient(task, weights, old, { groupSize: GROUP_SIZE, offPolicy }, random);
    step(weights, gradient, learningRate);
    if (t < 0.75 * steps || t % K !== 0) continue;
    sum += expectedReward(task, weights);
    count++;
  }
  const floor = rest.reward - LOSS * (rest.reward - expectedReward(task, task.start));
  // NaN weights have no reward: that is a collapse as well.
  return !(sum / count > floor);
}
