import { groupForce } from './advantage';
import { expectedForce, klForce, type BanditWorld } from './banditForce';
import { createOptimizer, type OptimizerSpec } from './optimizer';
import { Random } from './random';
import { sigmoid } from './softmax';

/** One run of the two-arm bandit under GRPO. Steps are optimizer steps. */
export interface BanditRun {
  readonly world: BanditWorld;
  /** Log-odds of the policy at step 0. */
  readonly theta0: number;
  /** η, per unit of the advantage. */
  readonly learningRate: number;
  /** Multiplies η at step t (0-based), for schedules; constant 1 where absent. */
  readonly schedule?: (step: number) => number;
  readonly optimizer: OptimizerSpec;
  /** K ≥ 1: optimizer steps per rollout refresh; between refreshes the whole force stays that of the old policy. */
  readonly refreshInterval: number;
  /** Further optimizer steps by which the rollouts' policy is older than the last refresh. */
  readonly asyncLag: number;
  /** G; Infinity runs the expected update without sampling. */
  readonly groupSize: number;
  /** B: groups averaged into one update. Each update samples its own; only the policy they come from is held. */
  readonly promptsPerStep: number;
  readonly steps: number;
  readonly seed: number;
}

/** What a run leaves: log-odds at steps 0…steps, and the mean sampled reward of each update's batch. */
export interface BanditPath {
  /** Length steps + 1; θ before update t. */
  readonly theta: Float64Array;
  /** Length steps: mean reward of the answers behind update t, drawn from the old policy; its p where G is Infinity. */
  readonly reward: Float64Array;
}

/**
 * Runs sampled GRPO on the two-arm bandit (theory.md §5): the force of update t is that of the policy at step
 * ref(t) = K⌊t/K⌋ − lag, which is the policy of step 0 where that is negative.
 */
export function simulateBandit(run: BanditRun): BanditPath {
  const random = new Random(run.seed);
  const step = createOptimizer(run.optimizer, 1);
  const theta = new Float64Array(run.steps + 1);
  const reward = new Float64Array(run.steps);
  const parameter = Float64Array.of(run.theta0);
  const gradient = new Float64Array(1);
  theta[0] = run.theta0;
  for (let t = 0; t < run.steps; t++) {
    const old = theta[Math.max(0, t - (t % run.refreshInterval) - run.asyncLag)];
    const batch = run.groupSize === Infinity ? expectedBatch(run, old) : sampledBatch(run, old, random);
    gradient[0] = batch.force;
    reward[t] = batch.reward;
    step(parameter, gradient, run.learningRate * (run.schedule?.(t) ?? 1));
    theta[t + 1] = parameter[0];
  }
  return { theta, reward };
}

interface Batch {
  readonly force: number;
  readonly reward: number;
}

function expectedBatch(run: BanditRun, theta: number): Batch {
  return { force: expectedForce(run.world, theta, Infinity), reward: sigmoid(theta) };
}

/** One update's batch: B groups of G answers of the old policy. The KL term is exact, as its gradient is known. */
function sampledBatch(run: BanditRun, theta: number, random: Random): Batch {
  const p = sigmoid(theta);
  let force = 0;
  let successes = 0;
  for (let b = 0; b < run.promptsPerStep; b++) {
    const right = random.binomial(run.groupSize, p);
    successes += right;
    force += groupForce(right, run.groupSize, run.world.rule);
  }
  return {
    force: force / run.promptsPerStep - klForce(run.world, theta),
    reward: successes / (run.promptsPerStep * run.groupSize),
  };
}
