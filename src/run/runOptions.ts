/** What a user may say about the runs in a log; a part of AnalyseOptions. */
export interface RunOptions {
  /** The log's own key of the reward: exact, then in any case. */
  readonly metric?: string;
  /** The log's own key of the step. */
  readonly step?: string;
  /** Name of the run inside the file. */
  readonly run?: string;
  readonly stepUnit?: 'update' | 'rollout';
  /** Use rows up to and including this step. */
  readonly until?: number;
  readonly optimizer?: 'adam' | 'sgd';
  readonly beta1?: number;
  readonly refreshInterval?: number;
  readonly asyncLag?: number;
  readonly groupSize?: number;
  readonly learningRate?: number;
}
