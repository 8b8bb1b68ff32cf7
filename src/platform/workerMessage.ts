import type { Job, JobOutcome, JobProgress, RunPoints } from './engineJob';

/** Host → worker. */
export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly job: Job }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker → host. `up` comes once; `alive` says that a job is still at work between two steps of progress. */
export type FromWorker =
  | { readonly type: 'up' }
  | { readonly type: 'alive'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly progress: JobProgress }
  | { readonly type: 'points'; readonly id: number; readonly runs: readonly RunPoints[] }
  | { readonly type: 'done'; readonly id: number; readonly outcome: JobOutcome };

/** A worker as its client sees it: a thread, or a fake in a test. */
export interface WorkerPort {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once when the worker has ended, for whatever reason. */
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}
