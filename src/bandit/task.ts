import { softmax } from './softmax';

/** One kind of answer the policy can give. */
export interface Arm {
  /** What the trainer's reward function pays for it, reward units. */
  readonly reward: number;
  /** What it is worth on held-out evaluation: 1 right, 0 wrong. */
  readonly truth: number;
  /** Mean length of such an answer, tokens. */
  readonly meanLength: number;
}

/** What is learned: prompts, the answers to choose from, and which of them share parameters. */
export interface Task {
  readonly arms: readonly Arm[];
  /** Reference policy's logits for each training prompt, one number per arm. */
  readonly prompts: readonly Float64Array[];
  /** The same for held-out prompts, which only `shared` parameters can improve; may be empty. */
  readonly heldOut: readonly Float64Array[];
  /** `shared`: one vector added to every prompt's logits. `separate`: each prompt has its own. */
  readonly parameters: 'shared' | 'separate';
}

/** Number of trainable parameters. */
export function parameterCount(task: Task): number {
  return task.arms.length * (task.parameters === 'shared' ? 1 : task.prompts.length);
}

/** Where a prompt's parameters start in the parameter vector. */
export function parameterOffset(task: Task, prompt: number): number {
  return task.parameters === 'shared' ? 0 : prompt * task.arms.length;
}

/** The policy's probabilities for a prompt with these reference logits, its parameters starting at `offset`. */
export function policyAt(reference: Float64Array, parameters: Float64Array, offset: number): Float64Array {
  return softmax(reference.map((logit, arm) => logit + parameters[offset + arm]));
}
