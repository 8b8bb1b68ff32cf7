import type { ByteSource, SourceStat } from './byteSource';
import { copyState } from './copyState';
import { createReader } from './createReader';
import { formatOf } from './formatOf';
import { HEAD_BYTES, KEPT_CELLS, KEPT_TAILS } from './limits';
import type { LogReader } from './logReader';
import type { LogFormat, RawLog } from './logTable';
import { feeding, checkAbort, concluded, feed, readLog, type ReadHooks, type ReadOptions } from './readLog';
import { readOpening } from './readOpening';

/** Carriers whose records end with a line, so that what was read stays true when the file grows. */
const BY_LINE: ReadonlySet<LogFormat> = new Set(['jsonl', 'csv', 'tsv', 'console']);

/** Bytes before the place where reading goes on that must not have changed. */
const SEAM_BYTES = 1 << 12;

const NEWLINE = 10;

/** A log as far as it was read: to the end of its last whole line. */
interface Tail {
  readonly file: string;
  readonly format: LogFormat;
  readonly asked: string | undefined;
  /** Columns that were wanted of it; others may have no values. */
  readonly wanted: ReadonlySet<string>;
  readonly head: Uint8Array;
  /** Has had the bytes before `offset`, and is never finished: a copy of it is. */
  readonly reader: LogReader;
  readonly stat: SourceStat;
  readonly offset: number;
  /** The last bytes before `offset`. */
  readonly seam: Uint8Array;
}

/**
 * Reads logs that are being written: of a file it has read before only what was appended. It is the same file where the
 * host says so (inode), it is no shorter, both its opening and the bytes before the seam are as they were, and the same
 * columns are wanted; otherwise, and for carriers that are one document, everything is read again. The result equals a reading from the start. A log below
 * HEAD_BYTES is always read whole: its kind is not certain yet.
 */
export class TailedLogs {
  private readonly tails = new Map<string, Tail>();

  /** As `readLog`, and throws what it throws. */
  async read(
    source: ByteSource,
    options: ReadOptions,
    hooks: ReadHooks,
    signal?: AbortSignal,
  ): Promise<RawLog> {
    checkAbort(source, signal);
    // Out of the map while it grows: a second reading of the file at the same time starts from the beginning.
    const known = this.tails.get(source.path);
    this.tails.delete(source.path);
    const stat = await source.stat();
    const isSame = known !== undefined && (await continues(known, source, stat, options));
    const from = isSame ? known : await begin(source, stat, options);
    if (from === null) return readLog(source, options, hooks, signal);
    const { reader, format } = from;
    const push = feeding(reader, options);
    const offset = await endOfLines(source, from.offset, stat.size);
    await feed(source, push, offset, hooks, signal, from.offset);
    let last = reader;
    if (reader.table.cellCount <= KEPT_CELLS) {
      const start = Math.max(0, offset - SEAM_BYTES);
      const seam = (await source.read(start, offset - start)).slice();
      const wanted = reader.table.wantedOf(options.wanted);
      this.keep(source.path, { ...from, wanted, stat, offset, seam });
      last = copyState(reader);
    }
    await feed(source, (chunk) => last.push(chunk), stat.size, hooks, signal, offset);
    return concluded(source, format, last);
  }

  /** The longest unread are forgotten first. */
  private keep(path: string, tail: Tail): void {
    this.tails.set(path, tail);
    for (const oldest of this.tails.keys())
      if (this.tails.size > KEPT_TAILS) this.tails.delete(oldest);
      else break;
  }
}

/** A reading from the start; null where the log is read whole each time. */
async function begin(source: ByteSource, stat: SourceStat, options: ReadOptions): Promise<Tail | null> {
  if (stat.file === undefined || stat.size < HEAD_BYTES) return null;
  const { head, isPacked, utf16 } = await readOpening(source);
  if (isPacked || utf16 !== null || head.length < HEAD_BYTES) return null;
  const format = formatOf(source, head, options.format);
  if (format === 'parquet' || format === 'sqlite' || !BY_LINE.has(format)) return null;
  return {
    file: stat.file,
    format,
    asked: options.format,
    wanted: new Set(),
    head: head.slice(),
    reader: createReader(format, head, options.wanted),
    stat,
    offset: 0,
    seam: new Uint8Array(0),
  };
}

async function continues(
  tail: Tail,
  source: ByteSource,
  { size, identity, file }: SourceStat,
  { format, wanted }: ReadOptions,
): Promise<boolean> {
  if (!sameKeys(tail.wanted, tail.reader.table.wantedOf(wanted))) return false;
  if (file !== tail.file || format !== tail.asked || size < tail.stat.size) return false;
  if (size === tail.stat.size && identity !== tail.stat.identity) return false;
  const head = await source.read(0, HEAD_BYTES);
  const seam = await source.read(tail.offset - tail.seam.length, tail.seam.length);
  return sameBytes(head, tail.head) && sameBytes(seam, tail.seam);
}

function sameKeys(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Where the last whole line ends; `from` where none does after it. */
async function endOfLines(source: ByteSource, from: number, size: number): Promise<number> {
  for (let end = size; end > from;) {
    const start = Math.max(from, end - HEAD_BYTES);
    const block = await source.read(start, end - start);
    const at = block.lastIndexOf(NEWLINE);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return from;
}
