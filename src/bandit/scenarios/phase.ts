import type { AdvantageRule } from '../advantage';
import type { OptimizerSpec } from '../optimizer';
import type { Policy } from './policy';

/** What an answer brings: paid by the trainer's reward function, worth on held-out evaluation, length. */
export interface Answer {
  /** Reward where it is paid. */
  readonly reward: number;
  /** Chance that it is paid; else the reward is 0. */
  readonly chance: number;
  /** 1 right, 0 wrong. */
  readonly truth: number;
  readonly meanLength: number;
  /** Shares of `reward` by reward function; none where there is one function. */
  readonly parts?: Readonly<Record<string, number>>;
}

/** The settings from one update on; a later phase replaces them. */
export interface Phase {
  /** First update (0-based) it holds for. */
  readonly from: number;
  /** Prompts that are trained on. */
  readonly prompts: readonly number[];
  readonly answer: (prompt: number, arm: number) => Answer;
  readonly learningRate: number;
  /** K: updates per rollout refresh. */
  readonly refreshInterval: number;
  /** Further updates by which the rollouts' policy is older. */
  readonly asyncLag: number;
  /** λ of the exact KL to the start policy. */
  readonly klWeight: number;
  readonly groupSize: number;
}

/** A training run whose settings may change on the way. */
export interface PhasedRun {
  readonly policy: Policy;
  readonly heldOut: readonly number[];
  readonly rule: AdvantageRule;
  readonly optimizer: OptimizerSpec;
  /** Multiplies the learning rate of the phase at update t. */
  readonly schedule: (update: number) => number;
  readonly promptsPerStep: number;
  readonly updates: number;
  /** Held-out evaluation after every so many updates; 0 for none. */
  readonly evalEvery: number;
  /** Answers longer than this are cut and pay nothing; Infinity for none. */
  readonly maxLength: number;
  readonly seed: number;
  readonly phases: readonly Phase[];
}
