import type { Database } from '../logs/sqlite/database';

/** What is used of `node:sqlite`, which Node has from 22.5 on. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
    options: { readonly readOnly: boolean },
  ) => {
    prepare(sql: string): {
      iterate(): Iterable<Readonly<Record<string, unknown>>>;
      setReadBigInts(on: boolean): void;
    };
    close(): void;
  };
}

/** A database of the local disk, opened for reading only; null where this Node has no SQLite. */
export async function openDatabase(file: string): Promise<Database | null> {
  const name = 'node:sqlite';
  const sqlite = await (import(name) as Promise<NodeSqlite>).catch(() => null);
  if (sqlite === null) return null;
  const database = new sqlite.DatabaseSync(file, { readOnly: true });
  return {
    // Times and ids may exceed what a number holds exactly; as big integers they are never refused.
    rows: (sql) => {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      return statement.iterate();
    },
    close: () => database.close(),
  };
}
