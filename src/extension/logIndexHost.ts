import type { AnalyseOptions } from '../analysis/options';
import type { JobRunner } from '../platform/engineClient';
import type { JobSource } from '../platform/engineJob';
import type { LogStat } from './logView';

/** What a person's settings say of one log. */
export interface LogSettings {
  readonly options: AnalyseOptions;
  /** Logs larger than this are recognised, but not fitted until someone opens them. */
  readonly backgroundLimitBytes: number;
  /** False where a log that has changed is read again only when a person asks. */
  readonly isLive: boolean;
  /** True where the file is no log for the explorer and the lists, whatever is in it. */
  readonly isExcluded: boolean;
}

/** What the index needs of its host. Keys are URIs as text. */
export interface LogIndexHost {
  readonly runner: JobRunner;
  /** Null where there is no such file. Throws a `LogError`. */
  stat(key: string): Promise<LogStat | null>;
  /** Throws a `LogError`. */
  source(key: string): Promise<JobSource>;
  /** As they are now; asked for often. */
  settings(key: string): LogSettings;
  /** Details of what went wrong, for the output channel. */
  log(detail: string): void;
}
