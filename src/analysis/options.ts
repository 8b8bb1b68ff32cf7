import type { TailedLogs } from '../logs/tailedLogs';
import type { ConfigPort } from '../run/config/configPort';
import type { UserConfig } from '../run/config/userConfig';
import type { Run } from '../run/run';

/** What a user may say about a log; every field optional, each the command line's flag of the same name. */
export interface AnalyseOptions extends UserConfig {
  readonly format?: string;
  /** Name of the run inside the file. */
  readonly run?: string;
  /** Use rows up to and including this step. */
  readonly until?: number;
  /** The editor's settings; flags and a file beside the log go before them. */
  readonly settings?: UserConfig;
  /** False where nobody vouches for the folder: what a file in it asks for is not done. */
  readonly isTrusted?: boolean;
}

/** What the host lends the pure engine: progress for a person, and a pause so that a cancel can arrive. */
export interface AnalyseHooks {
  readonly onProgress?: (progress: { readonly bytes: number; readonly totalBytes: number }) => void;
  /** Called once, when all is read and before anything is fitted: a picture can show the points meanwhile. */
  readonly onRuns?: (runs: readonly Run[]) => void;
  /** The configuration beside the log; without it only the log itself is read. */
  readonly config?: ConfigPort;
  /** Reads of a log it has read before only what was appended; without it every log is read from its start. */
  readonly tails?: TailedLogs;
  /** Lets the host's event loop turn; awaited between stages and between chunks. */
  readonly breathe?: () => Promise<void>;
}
