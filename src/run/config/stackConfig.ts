/** A key, or a key with the value it has where a file does not give it. */
export type Factor = string | readonly [key: string, otherwise: number];

/** A number worked out from several keys: the product of `times` over that of `over`. */
export interface Formula {
  readonly times: readonly Factor[];
  readonly over?: readonly Factor[];
}

/** How one family of trainers names its hyperparameters; every list in order of preference. */
export interface StackConfig {
  readonly stack: string;
  /** Keys that this family alone writes: one of them says that a file is its configuration. */
  readonly marks: readonly string[];
  /** Report's name → keys, dotted. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Optimizer updates per rollout batch (log-formats.md §18): the first of these whose keys are all there. */
  readonly updates: readonly Formula[];
  /** Weights of the KL to the reference, each behind a switch; where all switches are off the weight is 0. */
  readonly switchedKl?: readonly (readonly [on: string, weight: string])[];
  /** Keys that bound how far rollouts lag, in rollout batches. */
  readonly lagInBatches?: readonly string[];
}
