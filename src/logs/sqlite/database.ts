/** An SQLite database that is open for reading; implementations live in `src/platform`. */
export interface Database {
  /** The rows of a query, one at a time. Throws what the host throws where the file is damaged or locked. */
  rows(sql: string): Iterable<Readonly<Record<string, unknown>>>;
  /** Lets go of the file. */
  close(): void;
}
