import { fitCurves } from '../../dynamics/fitCurves';
import { createOptimizer } from '../optimizer';
import { Random } from '../random';
import { expectedGradient } from './contextGradient';
import { expectedReward, type ContextTask } from './contextTask';

/** Where training comes to rest, and how stiff that place is. */
export interface DeepRest {
  readonly weights: Float64Array;
  /** Expected reward there. */
  readonly reward: number;
  /** Unit vector in weight space along which a small perturbation shrinks fastest. */
  readonly fastest: Float64Array;
  /** κ of that direction, per unit learning rate. */
  readonly curvature: number;
  /** κ that the reward curve alone shows: 1/(τη) of an exponential fitted to the rise. */
  readonly curveCurvature: number;
}

const REST_STEPS = 10_000;
/** A gentle rate while the policy moves far, then one that closes the slow directions to rounding. */
const restRate = (step: number): number => (step < 500 ? 6 : 60);
const ROUNDS = 200;
const PROBE = 1e-4;

/** Trains on the exact gradient until it rests, then measures the stiffness there by small perturbations at K = 1. */
export function deepRest(task: ContextTask): DeepRest {
  const weights = task.start.slice();
  const step = createOptimizer({ kind: 'momentum', beta: 0.9 }, weights.length);
  for (let t = 0; t < REST_STEPS; t++) step(weights, expectedGradient(task, weights), restRate(t));
  const { direction, curvature } = fastestDirection(task, weights);
  return {
    weights,
    reward: expectedReward(task, weights),
    fastest: direction,
    curvature,
    curveCurvature: curvatureOfRise(task),
  };
}

/**
 * Perturbs, sees what share of the perturbation one unit of learning rate would remove, and goes on with what was
 * removed: after enough rounds only the fastest direction is left (power iteration). No gradient of a gradient is used.
 */
function fastestDirection(
  task: ContextTask,
  weights: Float64Array,
): { readonly direction: Float64Array; readonly curvature: number } {
  const random = new Random(1);
  let direction = unit(weights.map(() => random.gaussian()));
  let curvature = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const up = expectedGradient(task, along(weights, direction, PROBE));
    const down = expectedGradient(task, along(weights, direction, -PROBE));
    const removed = up.map((g, i) => (down[i] - g) / (2 * PROBE));
    curvature = Math.hypot(...removed);
    direction = unit(removed);
  }
  return { direction, curvature };
}

function curvatureOfRise(task: ContextTask): number {
  const learningRate = 1;
  const steps = 1500;
  const weights = task.start.slice();
  const reward = new Float64Array(steps);
  for (let t = 0; t < steps; t++) {
    reward[t] = expectedReward(task, weights);
    expectedGradient(task, weights).forEach((g, i) => (weights[i] += learningRate * g));
  }
  const fit = fitCurves(
    Float64Array.from(reward, (_, t) => t),
    reward,
  ).curves.exponential;
  return fit === null ? NaN : 1 / (fit.constants['tau'] * learningRate);
}

/** weights + distance × direction. */
export function along(weights: Float64Array, direction: Float64Array, distance: number): Float64Array {
  return weights.map((w, i) => w + distance * direction[i]);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
