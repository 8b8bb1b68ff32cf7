/** Bytes asked of a source at a time: large enough that decoding dominates, small enough that a cancel is felt. */
export const CHUNK_BYTES = 1 << 20;

/** Bytes decoded at a time: larger strings leave the young generation of the heap and cost five times as much. */
export const DECODE_BYTES = 1 << 16;

/** What the recogniser looks at: never the name, never more than this many leading bytes. */
export const HEAD_BYTES = 1 << 16;

/** Places further on in a log, each of HEAD_BYTES, that are looked at where its beginning shows no reward. */
export const SNIFFED_PLACES = 4;

/** What is read at most to find rewards: of a document from its beginning, of other logs up to their end. */
export const SNIFFED_BYTES = 1 << 21;

/** Longest line, CSV record or log_history object that is parsed; a longer one is counted as malformed. */
export const MAX_RECORD_BYTES = 1 << 24;

/** Longest CSV record with a quoted line end, in UTF-16 units; a quote open for longer is a stray one. */
export const MAX_QUOTED_LENGTH = 1 << 18;

/** Deepest nesting handed to JSON.parse, and flattened; anything deeper is counted as malformed. */
export const MAX_DEPTH = 64;

/** Most columns (distinct keys) kept; values under further keys are left out and this is said. */
export const MAX_COLUMNS = 4096;

/** Longest key that may name a column, in UTF-16 units. */
export const MAX_KEY_LENGTH = 256;

/** Longest text kept as a value (an arm's name, "10/438"); longer ones are prose, not data. */
export const MAX_TEXT_LENGTH = 160;

/** UTF-16 units of text kept in all columns together. */
export const MAX_TEXT_TOTAL = 1 << 24;

/** Values kept in all columns together (12 bytes each); from there on rows are thinned (`thinning.ts`), and this is said. */
export const MAX_CELLS = 12_000_000;

/** Rows kept, with the line and column of each; from there on they are thinned too. */
export const MAX_ROWS = 6_000_000;

/** What a step costs in a join of single values, in values: its number, time and place in the index. */
export const JOINED_ROW_CELLS = 8;

/** Values kept while they wait to be put in order of their times (40 bytes each); from there on steps are thinned. */
export const MAX_TIMED_VALUES = 4_000_000;

/** Numbers kept of lists of numbers in a JSON document (24 bytes each); from there on the lists are thinned. */
export const MAX_LISTED_NUMBERS = 4_000_000;

/** Numbers from which only the columns that mean something are kept, and this is said: 32 MB, some ten times a usual log. */
export const NARROW_CELLS = 4_000_000;

/** Characters of one notebook cell's code that are looked at. */
export const MAX_CELL_SOURCE = 1 << 16;

/** Facts kept from a carrier's header (trainer_state's max_steps, logging_steps …). */
export const MAX_HEADER_FACTS = 64;

/** Hyperparameters kept from a carrier that states them (W&B's config, a Trainer's arguments in an event file). */
export const MAX_CONFIG_FACTS = 2048;

/** Members read of one W&B record, and kept of its summary. */
export const MAX_WANDB_ITEMS = 8192;

/** Most lists of one JSON document that are kept; lists inside of records are lists too. */
export const MAX_LISTS = 1024;

/** Bytes that any gzip file may unpack to. */
export const MAX_INFLATED_FREE = 1 << 24;

/** Above them, times its packed size: logs reach some 30, what reaches this is no log but a bomb. */
export const MAX_INFLATE_RATIO = 200;

/** Logs whose reading is remembered, so that only what is appended is read next time. */
export const KEPT_TAILS = 8;

/** Numbers a remembered log may hold (12 bytes each, twice that at most while columns grow); larger ones are read again. */
export const KEPT_CELLS = 1_000_000;

/** Rows of metrics of a database that tell whether it holds rewards. */
export const SNIFFED_ROWS = 2000;

/** Largest column of one Parquet row group that is read, unpacked: it is held in memory while it is read. */
export const MAX_PARQUET_CHUNK = 1 << 26;

/** Most rows of one Parquet row group that is read. */
export const MAX_PARQUET_ROWS = 1 << 20;

/** Groups of completions kept apart in a run's Parquet files. */
export const MAX_GROUPS = 500_000;
