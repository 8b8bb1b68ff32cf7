import { t } from '@vscode/l10n';
import type { ByteSource } from './byteSource';
import { createReader } from './createReader';
import { formatOf } from './formatOf';
import { CHUNK_BYTES } from './limits';
import { LogError } from './logError';
import type { LogReader, ReaderOutcome } from './logReader';
import { LOG_FORMATS, type LogFormat, type RawLog } from './logTable';
import { PackedLog } from './packedLog';
import { readParquet } from './parquet/readParquet';
import { readOpening } from './readOpening';
import { readSqlite } from './sqlite/readSqlite';
import type { WantedKeys } from './tableBuilder';
import { FromUtf16 } from './utf16';

/** What a user may say about how a file is to be read. */
export interface ReadOptions {
  /** A carrier's name; without it the content decides. */
  readonly format?: string;
  /** Of a log's keys those whose columns are needed; all are kept without it, and by most carriers of a small log. */
  readonly wanted?: WantedKeys;
}

/** What the host lends the reader; see AnalyseHooks. */
export interface ReadHooks {
  readonly onProgress?: (progress: { readonly bytes: number; readonly totalBytes: number }) => void;
  /** Awaited between chunks, so that a cancel can arrive and the host stays responsive. */
  readonly breathe?: () => Promise<void>;
}

/** Gives a reader its chunks, and drops columns nobody wants as soon as the table is large. */
export function feeding(
  reader: ReturnType<typeof createReader>,
  { wanted }: ReadOptions,
): (chunk: Uint8Array) => void {
  return (chunk) => {
    reader.push(chunk);
    if (wanted !== undefined && reader.buildsLate !== true) reader.table.narrow(wanted);
  };
}

/**
 * Reads a whole log into columns, in chunks. Throws a `LogError` (and nothing else) where no record can be had: missing,
 * unreadable, empty, binary, no known carrier, an unknown `format`, a file that changed under the reader, an abort.
 * A log that is being written gives its whole records and `unfinished`.
 */
export async function readLog(
  source: ByteSource,
  options: ReadOptions,
  hooks: ReadHooks,
  signal?: AbortSignal,
): Promise<RawLog> {
  checkAbort(source, signal);
  const { size } = await source.stat();
  const { head, isPacked, utf16 } = await readOpening(source);
  const format = formatOf(source, head, options.format);
  if (format === 'parquet' || format === 'sqlite')
    return readTable(source, { format, size, isPacked }, hooks, signal);
  const reader = createReader(format, head, options.wanted);
  const text = utf16 === null ? null : new FromUtf16(utf16, feeding(reader, options));
  const push = text === null ? feeding(reader, options) : (chunk: Uint8Array) => text.push(chunk);
  const packed = isPacked ? new PackedLog(source, push) : null;
  await feed(source, packed === null ? push : (chunk) => packed.push(chunk), size, hooks, signal);
  const packing = await packed?.end();
  text?.end();
  return concluded(source, format, reader, packing);
}

interface OpenedTable {
  readonly format: 'parquet' | 'sqlite';
  readonly size: number;
  readonly isPacked: boolean;
}

/** Tables and databases are read from places all over the file. */
async function readTable(
  source: ByteSource,
  { format, size, isPacked }: OpenedTable,
  hooks: ReadHooks,
  signal: AbortSignal | undefined,
): Promise<RawLog> {
  if (isPacked) throw packedTable(source);
  const pause = async (): Promise<void> => {
    await hooks.breathe?.();
    checkAbort(source, signal);
  };
  const raw = format === 'parquet' ? await readParquet(source, { pause }) : await readSqlite(source);
  hooks.onProgress?.({ bytes: size, totalBytes: size });
  return raw;
}

function packedTable({ path }: ByteSource): LogError {
  return new LogError({
    kind: 'unreadable',
    path,
    reason: t('it is a packed table or database, which cannot be read while it is packed'),
    remedy: t('unpack it with gunzip'),
  });
}

/** What a reader that has had all bytes gives; throws a `LogError` where that is no record. */
export function concluded(
  source: ByteSource,
  format: LogFormat,
  reader: LogReader,
  packing?: { readonly isCutOff: boolean; readonly notes: readonly string[] },
): RawLog {
  const outcome = reader.finish();
  const parts = reader.parts?.();
  if (reader.table.size === 0 && (parts ?? []).length === 0) throw nothingRead(source, format, outcome);
  return {
    path: source.path,
    format,
    table: parts?.at(0)?.table ?? reader.table.table(),
    ...(parts === undefined ? {} : { parts }),
    malformed: outcome.malformed,
    unfinished: outcome.unfinished || packing?.isCutOff === true,
    header: outcome.header,
    ...(outcome.headerLines === undefined ? {} : { headerLines: outcome.headerLines }),
    notes: [...(packing?.notes ?? []), ...outcome.notes],
  };
}

/**
 * Reads as far as the file reached when it was opened: what is appended meanwhile belongs to the next reading. The next
 * chunk is on its way while one is worked on.
 */
export async function feed(
  source: ByteSource,
  push: (chunk: Uint8Array) => void | Promise<void>,
  size: number,
  hooks: ReadHooks,
  signal: AbortSignal | undefined,
  from = 0,
): Promise<void> {
  let offset = from;
  let reading = chunkAt(source, offset, size);
  while (offset < size) {
    const chunk = await reading;
    if (chunk.length === 0) throw shrank(source, offset, size);
    offset += chunk.length;
    reading = chunkAt(source, offset, size);
    await push(chunk);
    hooks.onProgress?.({ bytes: offset, totalBytes: size });
    await hooks.breathe?.();
    checkAbort(source, signal);
  }
}

function chunkAt(source: ByteSource, offset: number, size: number): Promise<Uint8Array> {
  if (offset >= size) return Promise.resolve(new Uint8Array(0));
  const reading = source.read(offset, Math.min(CHUNK_BYTES, size - offset));
  // Whoever awaits it hears of a failure; where an abort came first nobody does.
  reading.catch(() => undefined);
  return reading;
}

function shrank(source: ByteSource, offset: number, size: number): LogError {
  return new LogError({
    kind: 'vanished',
    path: source.path,
    reason: t('the file became shorter while it was read ({0} of {1} bytes were left)', offset, size),
    remedy: t('read it again once it is written'),
  });
}

function consoleReason(): string {
  return t('the content is none of {0}', LOG_FORMATS.join(', '));
}

function noLog({ path }: ByteSource, reason: string): LogError {
  return new LogError({
    kind: 'not-a-log',
    path,
    line: 1,
    reason,
    remedy: t(
      'give a trainer_state.json, a file with one JSON object per line, a table with a header row, or what a trainer printed',
    ),
  });
}

function nothingRead(source: ByteSource, format: LogFormat, outcome: ReaderOutcome): LogError {
  if (format === 'console' && outcome.malformed === 0) return noLog(source, consoleReason());
  if (format === 'json' && outcome.malformed === 0)
    return noLog(source, t('the JSON holds no list of records or numbers'));
  const what = outcome.unfinished
    ? t('its first record is not complete yet')
    : t('it holds no readable record');
  return new LogError({
    kind: 'not-a-log',
    path: source.path,
    line: outcome.firstMalformedLine,
    reason: [
      t('read as {0}, {1}', format, what),
      ...outcome.notes.map((note) => note.replace(/\.$/, '')),
    ].join('; '),
    remedy: outcome.unfinished
      ? t('wait until the first step is logged')
      : t('check that this is the reward log, or name its kind with --format'),
  });
}

/** Throws a `LogError` of kind `aborted` where the reading was cancelled. */
export function checkAbort(source: ByteSource, signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new LogError({
    kind: 'aborted',
    path: source.path,
    reason: t('reading was cancelled'),
    remedy: t('start it again when you want it'),
  });
}
