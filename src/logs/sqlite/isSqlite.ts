const MAGIC = 'SQLite format 3\u0000';

/** Whether a file begins as SQLite's databases do. */
export function isSqlite(head: Uint8Array): boolean {
  return new TextDecoder().decode(head.subarray(0, MAGIC.length)) === MAGIC;
}
