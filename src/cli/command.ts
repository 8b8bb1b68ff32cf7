import type { ExitCode } from './exitCode';
import type { ParsedArgs, Flag } from './flag';
import type { Terminal } from './terminal';

/** A subcommand: its flags, its help, and what it does. */
export interface Command {
  readonly name: string;
  /** The line after `grpo-dynamics NAME` in the help. */
  readonly usage: string;
  /** One sentence. */
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** Further paragraphs of the help: exit codes, examples. */
  readonly details: string;
  readonly run: (args: ParsedArgs, terminal: Terminal) => Promise<ExitCode>;
}
