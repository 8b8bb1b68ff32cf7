import type { Run } from '../run/run';

/** What a user may say about a log; every field optional, each the command line's flag of the same name. */
export interface AnalyseOptions {
  readonly format?: string;
  /** Name of the run inside the file. */
  readonly run?: string;
  /** The log's own key of the reward: exact, then case-insensitive. */
  readonly metric?: string;
  /** The log's own key of the step. */
  readonly step?: string;
  readonly stepUnit?: 'update' | 'rollout';
  readonly optimizer?: 'adam' | 'sgd';
  readonly beta1?: number;
  readonly refreshInterval?: number;
  readonly asyncLag?: number;
  readonly groupSize?: number;
  readonly learningRate?: number;
  /** Use rows up to and including this step. */
  readonly until?: number;
}

/** What the host lends the pure engine: progress for a person, and a pause so that a cancel can arrive. */
export interface AnalyseHooks {
  readonly onProgress?: (progress: { readonly bytes: number; readonly totalBytes: number }) => void;
  /** Called once, when all is read and before anything is fitted: a picture can show the points meanwhile. */
  readonly onRuns?: (runs: readonly Run[]) => void;
  /** Lets the host's event loop turn; awaited between stages and between chunks. */
  readonly breathe?: () => Promise<void>;
}
