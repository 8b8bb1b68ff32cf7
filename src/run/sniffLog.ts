import type { ByteSource } from '../logs/byteSource';
import { SNIFFED_ROWS } from '../logs/limits';
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
  if (recogniseFormat(head) !== 'sqlite') return sniffRewardLog(head);
  const raw = await readSqlite(source, SNIFFED_ROWS).catch(() => null);
  return raw === null ? null : sniffTables(raw, []);
}
