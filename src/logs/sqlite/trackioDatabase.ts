import { t } from '@vscode/l10n';
import { Hyperparameters } from '../hyperparameters';
import { addJsonRow, isJsonObject } from '../jsonRow';
import { parseJson } from '../parseJson';
import { TableBuilder } from '../tableBuilder';
import type { Database } from './database';
import type { TrackedRuns } from './readSqlite';

const METRICS = 'SELECT run_name AS run, step, metrics FROM metrics ORDER BY id LIMIT';
const CONFIGS = 'SELECT run_name AS run, config FROM configs';

/** The runs of a trackio project: a row of the database is a row of its run, with the metrics as JSON; see `readSqlite` for `most`. */
export function readTrackioDatabase(database: Database, most: number): TrackedRuns {
  const tables = new Map<string, TableBuilder>();
  let malformed = 0;
  for (const { run, step, metrics } of database.rows(`${METRICS} ${most}`)) {
    const name = String(run);
    const table = tables.get(name) ?? new TableBuilder(false);
    tables.set(name, table);
    const row = parseJson(String(metrics));
    if (isJsonObject(row)) addJsonRow(table, { step: Number(step), ...row }, table.size + 1, 1);
    else malformed++;
  }
  const parts = [...tables].map(([name, table]) => ({ path: [name, 'metrics'], table: table.table() }));
  const notes = [...new Set([...tables.values()].flatMap((table) => table.notes()))];
  if (malformed > 0) notes.push(t('{0} rows of the database hold no JSON object: left out.', malformed));
  return { parts, configs: configsOf(database, [...tables.keys()]), notes };
}

function configsOf(database: Database, names: readonly string[]): Hyperparameters[] {
  const configs = new Map(names.map((name) => [name, new Hyperparameters()]));
  const hasConfigs = [...database.rows("SELECT name FROM sqlite_master WHERE name = 'configs'")].length > 0;
  if (hasConfigs)
    for (const { run, config } of database.rows(CONFIGS)) {
      const parsed = parseJson(String(config));
      if (isJsonObject(parsed)) configs.get(String(run))?.addAll(parsed);
    }
  return [...configs.values()];
}
