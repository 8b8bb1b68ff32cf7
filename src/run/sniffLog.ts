import type { ByteSource } from '../logs/byteSource';
import { HEAD_BYTES, SNIFFED_BYTES, SNIFFED_PLACES, SNIFFED_ROWS } from '../logs/limits';
import type { LogFormat, StreamFormat } from '../logs/logTable';
import { looksLikeText } from '../logs/looksLikeText';
import { readParquet } from '../logs/parquet/readParquet';
import { readOpening } from '../logs/readOpening';
import { recogniseFormat } from '../logs/recogniseFormat';
import { readSqlite } from '../logs/sqlite/readSqlite';
import { sniffPart, sniffRewardLog, sniffTables } from './sniffRewardLog';
import type { SniffedLog } from './sniffRewardLog';

/** Carriers whose lines can be read from anywhere: a log may print for long before its first row. */
const BY_LINE: ReadonlySet<LogFormat> = new Set(['console', 'jsonl']);

/** Documents, whose beginning may be all configuration, or a notebook's installation. */
const DOCUMENTS: ReadonlySet<LogFormat> = new Set(['ipynb', 'json', 'trainer_state']);

const LINE_ENDS = [10, 13];

/**
 * Whether a log is a reward log: by its first bytes, where they show no reward by a few places further on, or where a carrier
 * is not read from end to end by a small part of it. Throws a `LogError` where the source does; a file that cannot be
 * read any further is none.
 */
export async function sniffLog(source: ByteSource): Promise<SniffedLog | null> {
  const { head, isPacked, utf16 } = await readOpening(source);
  const format = recogniseFormat(head);
  if (format === 'parquet' || format === 'sqlite') return sniffTable(source, format);
  const found = sniffRewardLog(head);
  if (found !== null || isPacked || utf16 !== null || head.length < HEAD_BYTES) return found;
  if (format === null) return looksLikeText(head) ? sniffPlaces(source, 'console') : null;
  if (DOCUMENTS.has(format)) return sniffFurther(source, format);
  return BY_LINE.has(format) ? sniffPlaces(source, format) : null;
}

async function sniffTable(source: ByteSource, format: 'parquet' | 'sqlite'): Promise<SniffedLog | null> {
  const reading =
    format === 'parquet' ? readParquet(source, { groups: 1 }) : readSqlite(source, SNIFFED_ROWS);
  const raw = await reading.catch(() => null);
  return raw === null ? null : sniffTables(raw, []);
}

/** The end first: while a run is on, its newest rows are there. Last a longer part of it: rows may be far apart. */
async function sniffPlaces(source: ByteSource, format: StreamFormat): Promise<SniffedLog | null> {
  const { size } = await source.stat();
  const last = size - HEAD_BYTES;
  for (let place = SNIFFED_PLACES; place > 0; place--) {
    const found = await sniffFrom(source, format, Math.floor((last * place) / SNIFFED_PLACES), HEAD_BYTES);
    if (found !== null) return found;
  }
  return sniffFrom(source, format, Math.max(0, size - SNIFFED_BYTES), SNIFFED_BYTES);
}

/** From the first whole line on. */
async function sniffFrom(
  source: ByteSource,
  format: StreamFormat,
  offset: number,
  length: number,
): Promise<SniffedLog | null> {
  const bytes = await source.read(offset, length);
  return sniffPart(format, bytes.subarray(offset === 0 ? 0 : firstLineEnd(bytes)));
}

/** Twice as much each time, so that a document that shows its rewards early costs little. */
async function sniffFurther(source: ByteSource, format: StreamFormat): Promise<SniffedLog | null> {
  for (let length = 4 * HEAD_BYTES; ; length *= 2) {
    const bytes = await source.read(0, Math.min(length, SNIFFED_BYTES));
    const found = sniffPart(format, bytes);
    if (found !== null || bytes.length < length || length >= SNIFFED_BYTES) return found;
  }
}

/** Where the line ends that the bytes begin within. */
function firstLineEnd(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => LINE_ENDS.includes(byte)) + 1;
}
