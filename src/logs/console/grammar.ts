import type { TableBuilder } from '../tableBuilder';

/** A line of a console, cleaned: no colours, no process prefix, numbers without their wrappers. */
export interface ConsoleLine {
  readonly text: string;
  /** 1-based line in the file, as editors count: a progress bar's carriage return ends one. */
  readonly line: number;
}

/**
 * How one family of trainers writes its metrics to the console. Each grammar has a table of its own, so that what a
 * model printed in passing never mixes with the trainer's rows.
 */
export interface LineGrammar {
  /** How such a line looks, for the note that says how the log was read. */
  readonly shape: string;
  readonly table: TableBuilder;
  /** True when the line belongs to a record of this grammar. */
  take(line: ConsoleLine): boolean;
  /** The planned number of steps where a line said it. */
  readonly mostSteps?: number | null;
  /** The end of the file: true when a record was left open. */
  finish?(): boolean;
}
