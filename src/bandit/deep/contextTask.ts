import { Random } from '../random';
import { softmax } from '../softmax';
import { forward, initialWeights, type MlpShape } from './mlp';

/** Contexts that a small network must answer, a reward for each answer, and the reference policy it starts from. */
export interface ContextTask {
  readonly shape: MlpShape;
  /** λ, weight of KL(π ‖ π_ref), reward units per nat. */
  readonly klWeight: number;
  readonly contexts: readonly Float64Array[];
  /** Chance that an answer is paid 1, by context and action. */
  readonly payChance: readonly Float64Array[];
  /** The reference policy's probabilities, by context. */
  readonly reference: readonly Float64Array[];
  /** The reference network's weights, where training starts. */
  readonly start: Float64Array;
}

const SHAPE: MlpShape = { inputs: 6, hidden: 16, actions: 8 };
const CONTEXTS = 12;
const KL_WEIGHT = 0.2;

/** A random task: one right answer per context, paid with chance 0.9, the others with 0.1 (a noisy verifier). */
export function contextTask(seed: number): ContextTask {
  const random = new Random(seed);
  const start = initialWeights(SHAPE, 0.5, random);
  const contexts = Array.from({ length: CONTEXTS }, () =>
    Float64Array.from({ length: SHAPE.inputs }, () => random.gaussian()),
  );
  const payChance = contexts.map(() => {
    const right = random.below(SHAPE.actions);
    return Float64Array.from({ length: SHAPE.actions }, (_, action) => (action === right ? 0.9 : 0.1));
  });
  const reference = contexts.map((context) => policyOf(SHAPE, start, context));
  return { shape: SHAPE, klWeight: KL_WEIGHT, contexts, payChance, reference, start };
}

/** The network's action probabilities in a context. */
export function policyOf(shape: MlpShape, weights: Float64Array, context: Float64Array): Float64Array {
  const logits = new Float64Array(shape.actions);
  forward(shape, weights, context, new Float64Array(shape.hidden), logits);
  return softmax(logits);
}

/** Expected reward of a policy, averaged over the contexts. */
export function expectedReward(task: ContextTask, weights: Float64Array): number {
  return task.contexts.reduce((sum, context, c) => {
    const policy = policyOf(task.shape, weights, context);
    return sum + policy.reduce((total, p, a) => total + p * task.payChance[c][a], 0) / task.contexts.length;
  }, 0);
}
