/** Canonical metric names of the Report (design.md, contract 2); components are `rewards.<name>`. */
export const METRIC_NAMES = [
  'reward',
  'rewardStd',
  'rewardStdBatch',
  'zeroStdFraction',
  'kl',
  'klOldPolicy',
  'mismatch',
  'entropy',
  'completionLength',
  'truncatedFraction',
  'clipFraction',
  'gradNorm',
  'learningRate',
  'loss',
  'importanceRatio',
  'evalReward',
  'tokens',
  'stepTime',
] as const;

/** A canonical metric name, or a reward component `rewards.<name>`. */
export type MetricName = (typeof METRIC_NAMES)[number] | `rewards.${string}`;
