import { t } from '@vscode/l10n';
import type { ByteSource } from '../byteSource';
import type { Hyperparameters } from '../hyperparameters';
import { HEAD_BYTES } from '../limits';
import { LogError } from '../logError';
import type { LogPart, RawLog } from '../logTable';
import type { Database } from './database';
import { exportLine } from './exportLine';
import { readMlflowDatabase } from './mlflowDatabase';
import { readTrackioDatabase } from './trackioDatabase';

/** What a tracker's database holds of its runs. */
export interface TrackedRuns {
  readonly parts: readonly LogPart[];
  /** The hyperparameters of each run. */
  readonly configs: readonly Hyperparameters[];
  readonly notes: readonly string[];
}

/**
 * Reads the database of a tracker (MLflow, trackio; log-formats.md §§21, 22), each of its runs as a table. Throws a `LogError`: also
 * where the host has no SQLite, with the line that exports it.
 *
 * @param most rows of metrics that are read at most, the first that were written; a negative number is no limit
 */
export async function readSqlite(source: ByteSource, most = -1): Promise<RawLog> {
  const database = (await source.database?.()) ?? null;
  if (database === null) throw unsupported(source.path, await source.read(0, HEAD_BYTES));
  try {
    return rawLog(source.path, read(database, source.path, most));
  } catch (error) {
    throw error instanceof LogError ? error : damaged(source.path);
  } finally {
    database.close();
  }
}

function read(database: Database, path: string, most: number): TrackedRuns {
  const columns = new Set(
    [...database.rows("SELECT name FROM pragma_table_info('metrics')")].map(({ name }) => String(name)),
  );
  if (columns.has('run_uuid') && columns.has('key')) return readMlflowDatabase(database, most);
  if (columns.has('run_name') && columns.has('metrics')) return readTrackioDatabase(database, most);
  throw new LogError({
    kind: 'not-a-log',
    path,
    reason: t('the SQLite database is neither of MLflow nor of trackio'),
    remedy: t('export the table of metrics as CSV or JSON Lines, and name that file'),
  });
}

function rawLog(path: string, { parts, configs, notes }: TrackedRuns): RawLog {
  const [first] = parts;
  if (parts.length === 0)
    throw new LogError({
      kind: 'not-a-log',
      path,
      reason: t('the SQLite database holds no value of a metric yet'),
      remedy: t('wait until the first step is logged'),
    });
  return {
    path,
    format: 'sqlite',
    table: first.table,
    ...(parts.length > 1 ? { parts } : {}),
    malformed: 0,
    unfinished: false,
    header: commonFacts(configs),
    notes:
      parts.length > 1
        ? [...notes, t('Of their hyperparameters those that all runs share are used.')]
        : notes,
  };
}

/** A log has one header: what differs between its runs is left out. */
function commonFacts(configs: readonly Hyperparameters[]): ReadonlyMap<string, number | string> {
  const [first, ...others] = configs.map(({ facts }) => facts);
  return new Map([...first].filter(([key, value]) => others.every((facts) => facts.get(key) === value)));
}

function unsupported(path: string, head: Uint8Array): LogError {
  return new LogError({
    kind: 'unreadable',
    path,
    reason: t(
      'it is an SQLite database, which this host cannot read (Node 22.5 or later can, of local files)',
    ),
    remedy: exportLine(head, path),
  });
}

function damaged(path: string): LogError {
  return new LogError({
    kind: 'unreadable',
    path,
    reason: t('the SQLite database is damaged, locked, or of another version'),
    remedy: t('copy it while nothing writes to it, and read the copy'),
  });
}
