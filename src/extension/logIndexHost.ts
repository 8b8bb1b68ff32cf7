import type { JobRunner } from '../platform/engineClient';
import type { JobSource } from '../platform/engineJob';
import type { LogStat } from './logView';

/** What the index needs of its host. Keys are URIs as text. */
export interface LogIndexHost {
  readonly runner: JobRunner;
  /** Null where there is no such file. Throws a `LogError`. */
  stat(key: string): Promise<LogStat | null>;
  /** Throws a `LogError`. */
  source(key: string): Promise<JobSource>;
  /** Details of what went wrong, for the output channel. */
  log(detail: string): void;
}
