import type { ConfigBeside } from './config/readConfigBeside';
import type { UserConfig } from './config/userConfig';

/** What is known of the runs in a log beside its rows: what a user says, and what lies beside it. */
export interface RunOptions extends UserConfig {
  /** Name of the run inside the file. */
  readonly run?: string;
  /** Use rows up to and including this step. */
  readonly until?: number;
  /** Where an option came from, by its name; the flag of that name without. */
  readonly origins?: ReadonlyMap<string, string>;
  /** Configuration files beside the log. */
  readonly beside?: ConfigBeside;
}
