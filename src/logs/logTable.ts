/**
 * A carrier's records, column by column and sparse: a row that lacks a key costs nothing, so train, rollout
 * and eval rows may interleave. Numbers are kept as logged, NaN and infinities included.
 */
export interface NumberColumn {
  readonly key: string;
  /** Indices of the rows that have this key, ascending. */
  readonly rows: Int32Array;
  /** Their values, same length as `rows`; NaN and ±Infinity where the log says so. */
  readonly values: Float64Array;
}

/** A column of short texts (an arm's name, "10/438"), sparse like the numbers. */
export interface TextColumn {
  readonly key: string;
  readonly rows: Int32Array;
  readonly values: readonly string[];
}

/** All records of one carrier. Row i is the i-th record in the file. */
export interface LogTable {
  readonly rowCount: number;
  /** Of so many consecutive records one was kept, where the log has more than can be held. */
  readonly oneOf?: number;
  /** 1-based line of each record's first byte; null for binaries. */
  readonly lines: Int32Array | null;
  /** 1-based column of each record's first byte; null where every record starts its line. */
  readonly columns: Int32Array | null;
  readonly numbers: ReadonlyMap<string, NumberColumn>;
  readonly texts: ReadonlyMap<string, TextColumn>;
}

/** One of several tables in a file: an array of a JSON document, a cell of a notebook, one kind of console line. */
export interface LogPart {
  /** Where it stands in the file, outermost first. Parts that differ in the last place only show one run. */
  readonly path: readonly string[];
  readonly table: LogTable;
}

/** What a reader returns: the records, what it had to skip, and what the carrier says beside them. */
export interface RawLog {
  readonly path: string;
  readonly format: LogFormat;
  readonly table: LogTable;
  /** Where the file holds several tables: all of them, the reader's preference first. */
  readonly parts?: readonly LogPart[];
  /** Records that could not be parsed, an unfinished last one included. */
  readonly malformed: number;
  /** True when the last record was cut off: the log is being written. */
  readonly unfinished: boolean;
  /** Facts the carrier states outside its records, e.g. trainer_state's max_steps and logging_steps. */
  readonly header: ReadonlyMap<string, number | string>;
  /** 1-based lines of those facts, where the carrier has lines for them. */
  readonly headerLines?: ReadonlyMap<string, number>;
  /** One plain sentence each: what was skipped and why, limits that were reached. */
  readonly notes: readonly string[];
}

/** The carriers in the order shown to people, by the name shown as `source.format` and taken by `--format`. */
export const LOG_FORMATS = [
  'trainer_state',
  'jsonl',
  'json',
  'ipynb',
  'csv',
  'tsv',
  'console',
  'tensorboard',
  'wandb',
  'mlflow',
  'parquet',
  'sqlite',
] as const;

/** One carrier's name. */
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Carriers that are read from end to end; tables and databases choose where they read. */
export type StreamFormat = Exclude<LogFormat, 'parquet' | 'sqlite'>;

/** Whether a user's word names a carrier. */
export function isLogFormat(name: string): name is LogFormat {
  return (LOG_FORMATS as readonly string[]).includes(name);
}
