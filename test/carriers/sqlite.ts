type Statement = { run(...values: readonly unknown[]): unknown };
interface Sqlite {
  readonly DatabaseSync: new (path: string) => {
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  };
}

const name = 'node:sqlite';
const sqlite = await (import(name) as Promise<Sqlite>).catch(() => null);

/** Whether this Node can build a database (22.5 and later). */
export const hasSqlite = sqlite !== null;

/** A run of `mlflowDatabase`: its rewards at steps 1, 2 … */
export interface MlflowRows {
  readonly rewards: readonly number[];
  readonly params: Readonly<Record<string, string>>;
}

/** A database with MLflow's tables, as far as they are read (mlflow/store/tracking/dbmodels). */
export async function mlflowDatabase(
  file: string,
  runs: Readonly<Record<string, MlflowRows>>,
): Promise<void> {
  await build(
    file,
    [
      'CREATE TABLE runs (run_uuid VARCHAR(32) PRIMARY KEY, name VARCHAR(250), user_id VARCHAR(256), start_time BIGINT, lifecycle_stage VARCHAR(20))',
      'CREATE TABLE metrics (key VARCHAR(250), value DOUBLE PRECISION, timestamp BIGINT, run_uuid VARCHAR(32), step BIGINT, is_nan BOOLEAN)',
      'CREATE TABLE latest_metrics (key VARCHAR(250), value DOUBLE PRECISION, timestamp BIGINT, step BIGINT, is_nan BOOLEAN, run_uuid VARCHAR(32))',
      'CREATE TABLE params (key VARCHAR(250), value VARCHAR(8000), run_uuid VARCHAR(32))',
    ],
    (insert) => {
      Object.entries(runs).forEach(([run, { rewards, params }], i) => {
        insert('runs', [`id${i}`, run, 'jane', 1_700_000_000_000 + i, 'active']);
        rewards.forEach((reward, k) => {
          const isNan = Number.isNaN(reward);
          insert('metrics', [
            'reward',
            isNan ? 0 : reward,
            1_700_000_000_000 + k,
            `id${i}`,
            k + 1,
            isNan ? 1 : 0,
          ]);
        });
        for (const [key, value] of Object.entries(params)) insert('params', [key, value, `id${i}`]);
      });
      insert('runs', ['gone', 'gone', 'jane', 1, 'deleted']);
      insert('metrics', ['reward', 9, 1, 'gone', 1, 0]);
    },
  );
}

/** One row of a trackio project. */
export interface TrackioRow {
  readonly run: string;
  readonly step: number;
  readonly metrics: object;
}

/** A database with trackio's tables (trackio/sqlite_storage.py), in WAL mode as it keeps them. */
export async function trackioDatabase(file: string, rows: readonly TrackioRow[]): Promise<void> {
  await build(
    file,
    [
      'PRAGMA journal_mode = WAL',
      'CREATE TABLE IF NOT EXISTS metrics (id INTEGER PRIMARY KEY, timestamp TEXT, run_name TEXT, step INTEGER, metrics TEXT)',
      'CREATE TABLE IF NOT EXISTS configs (run_name TEXT, config TEXT, created_at TEXT)',
    ],
    (insert) => {
      rows.forEach(({ run, step, metrics }, i) =>
        insert('metrics', [i + 1, 't', run, step, JSON.stringify(metrics)]),
      );
      insert('configs', ['a', JSON.stringify({ num_generations: 8, user: 'jane' }), 't']);
    },
  );
}

async function build(
  file: string,
  schema: readonly string[],
  fill: (insert: (table: string, values: readonly unknown[]) => void) => void,
): Promise<void> {
  if (sqlite === null) throw new Error('this Node has no SQLite');
  const database = new sqlite.DatabaseSync(file);
  for (const sql of schema) database.exec(sql);
  database.exec('BEGIN');
  fill((table, values) => {
    database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(',')})`).run(...values);
  });
  database.exec('COMMIT');
  database.close();
  await Promise.resolve();
}
