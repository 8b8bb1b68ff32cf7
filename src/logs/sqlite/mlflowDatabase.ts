import { Hyperparameters } from '../hyperparameters';
import { addMlflowParameter } from '../mlflow/mlflowParameter';
import { TimedMetrics } from '../timedMetrics';
import type { LogPart } from '../logTable';
import type { Database } from './database';
import type { TrackedRuns } from './readSqlite';

const metricsQuery = (
  most: number,
): string => `SELECT run, name, key, value, time, step, is_nan FROM (SELECT m.run_uuid AS run, r.name AS name, m.key AS key,
  m.value AS value, m.timestamp AS time, m.step AS step, m.is_nan AS is_nan, r.start_time AS start
  FROM metrics m CROSS JOIN runs r ON r.run_uuid = m.run_uuid WHERE r.lifecycle_stage = 'active' LIMIT ${most})
  ORDER BY start, run, time`;
const PARAMETERS = 'SELECT run_uuid AS run, key, value FROM params';

interface StoredRun {
  readonly name: string;
  readonly metrics: TimedMetrics;
}

/** The runs of MLflow's database that were not deleted, in the order in which they were begun; see `readSqlite` for `most`. */
export function readMlflowDatabase(database: Database, most: number): TrackedRuns {
  const runs = new Map<string, StoredRun>();
  for (const { run, name, key, value, time, step, is_nan } of database.rows(metricsQuery(most))) {
    const id = String(run);
    const known = runs.get(id) ?? { name: typeof name === 'string' ? name : id, metrics: new TimedMetrics() };
    runs.set(id, known);
    known.metrics.add(String(key), Number(time), Number(step), Number(is_nan) === 0 ? Number(value) : NaN);
  }
  const built = [...runs].map(([id, { name, metrics }]) => ({ id, name, ...metrics.build() }));
  const parts = built.map(({ id, name, table }): LogPart => ({
    path: [nameOf(id, name, runs), 'metrics'],
    table: table.table(),
  }));
  const configs = parametersOf(database, [...runs.keys()]);
  return {
    parts,
    configs,
    notes: [...new Set(built.flatMap(({ notes, table }) => [...notes, ...table.notes()]))],
  };
}

/** Names need not differ: then the id tells them apart. */
function nameOf(id: string, name: string, runs: ReadonlyMap<string, StoredRun>): string {
  const same = [...runs.values()].filter((run) => run.name === name).length;
  return same > 1 ? `${name} ${id.slice(0, 8)}` : name;
}

function parametersOf(database: Database, ids: readonly string[]): Hyperparameters[] {
  const configs = new Map(ids.map((id) => [id, new Hyperparameters()]));
  for (const { run, key, value } of database.rows(PARAMETERS)) {
    const config = configs.get(String(run));
    if (config !== undefined) addMlflowParameter(config, String(key), String(value));
  }
  return [...configs.values()];
}
