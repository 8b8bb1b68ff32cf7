import type { ByteSource } from '../logs/byteSource';
import { SNIFFED_ROWS } from '../logs/limits';
import { readParquet } from '../logs/parquet/readParquet';
import { readOpening } from '../logs/readOpening';
import { recogniseFormat } from '../logs/recogniseFormat';
import { readSqlite } from '../logs/sqlite/readSqlite';
import { sniffRewardLog, sniffTables } from './sniffRewardLog';
import type { SniffedLog } from './sniffRewardLog';

/**
 * Whether a log is a reward log: by its first bytes, or where a carrier is not read from end to end by a small part of it. Throws a
 * `LogError` where the source does; a file that cannot be read any further is none.
 */
export async function sniffLog(source: ByteSource): Promise<SniffedLog | null> {
  const { head } = await readOpening(source);
  const format = recogniseFormat(head);
  if (format !== 'parquet' && format !== 'sqlite') return sniffRewardLog(head);
  const reading =
    format === 'parquet' ? readParquet(source, { groups: 1 }) : readSqlite(source, SNIFFED_ROWS);
  const raw = await reading.catch(() => null);
  return raw === null ? null : sniffTables(raw, []);
}
