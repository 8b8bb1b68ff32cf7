import { t } from '@vscode/l10n';
import { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
import type { ColumnMetaData, DecodedArray, FileMetaData } from 'hyparquet';
import type { ByteSource } from '../byteSource';
import { MAX_PARQUET_CHUNK, MAX_PARQUET_ROWS } from '../limits';
import { LogError } from '../logError';
import { checkPages } from './parquetPages';
import { unpackSnappy } from './unpackSnappy';

const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** Largest footer that is read: it grows with the columns and the row groups. */
const MAX_FOOTER = 1 << 24;

/** What hyparquet unpacks by itself. */
const CODECS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY']);

/** A column that is one number or one text per row. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: 'number' | 'text';
}

/** Makes of a text's bytes what is kept of it. */
export type TextReader = (bytes: Uint8Array) => unknown;

/** Whether a file begins as Parquet does. */
export function isParquet(head: Uint8Array): boolean {
  return head.length >= MAGIC.length && MAGIC.every((byte, i) => head[i] === byte);
}

/**
 * A Parquet file of flat columns, read one column of one row group at a time; what its headers claim is checked before it
 * is decoded. All methods throw a `LogError` and nothing else.
 */
export class ParquetFile {
  readonly columns: readonly ParquetColumn[];
  /** Rows of each row group. */
  readonly groups: readonly number[];
  private readonly nullable: ReadonlySet<string>;
  private readonly source: ByteSource;
  private readonly size: number;
  private readonly metadata: FileMetaData;

  private constructor(source: ByteSource, size: number, metadata: FileMetaData) {
    this.source = source;
    this.size = size;
    this.metadata = metadata;
    this.columns = flatColumns(metadata);
    this.nullable = nullableColumns(metadata);
    this.groups = metadata.row_groups.map(({ num_rows }) => Number(num_rows));
  }

  /** Reads the footer. */
  static async open(source: ByteSource): Promise<ParquetFile> {
    const { size } = await source.stat();
    return guarded(source, async () => {
      const end = await source.read(Math.max(0, size - 8), 8);
      if (end.length < 8 || !isParquet(end.subarray(4))) throw unfinished(source);
      if (new DataView(end.buffer, end.byteOffset).getUint32(0, true) > MAX_FOOTER)
        throw new RangeError(t('the footer is too long'));
      const file = { byteLength: size, slice: slicer(source, size) };
      return new ParquetFile(source, size, await parquetMetadataAsync(file, { geoparquet: false }));
    });
  }

  /** Why a column of a row group cannot be read; null where it can. */
  obstacle(name: string, group: number): string | null {
    const column = this.chunk(name, group);
    if (column === undefined) return t('it is missing');
    if (!CODECS.has(column.codec))
      return t('it is compressed with {0}, which is not read here', column.codec);
    if (
      Number(column.total_uncompressed_size) > MAX_PARQUET_CHUNK ||
      column.total_compressed_size > this.size
    )
      return t('it has over {0} MB in one row group', MAX_PARQUET_CHUNK >> 20);
    return (this.groups[group] ?? 0) > MAX_PARQUET_ROWS
      ? t('a row group has over {0} rows', MAX_PARQUET_ROWS)
      : null;
  }

  /** One column of one row group; its texts become what `readText` makes of them. Only where there is no `obstacle`. */
  async read(name: string, group: number, readText: TextReader): Promise<DecodedArray> {
    return guarded(this.source, async () => {
      const column = this.chunk(name, group);
      const rows = this.groups[group] ?? 0;
      if (column === undefined || rows === 0) return [];
      const start = chunkStart(column);
      const bytes = await this.source.read(start, Number(column.total_compressed_size));
      checkPages(bytes, {
        rows,
        unpacked: MAX_PARQUET_CHUNK,
        isSnappy: column.codec === 'SNAPPY',
        isBoolean: column.type === 'BOOLEAN',
        isNullable: this.nullable.has(name),
      });
      const rowStart = this.groups.slice(0, group).reduce((sum, count) => sum + count, 0);
      const scan = await parquetScan({
        file: { byteLength: this.size, slice: within(bytes, start) },
        metadata: this.metadata,
        columns: [name],
        useOffsetIndex: false,
        compressors: { SNAPPY: unpackSnappy },
        parsers: { stringFromBytes: readText },
        geoparquet: false,
      });
      return scan.readColumn({ column: name, rowStart, rowEnd: rowStart + rows });
    });
  }

  private chunk(name: string, group: number): ColumnMetaData | undefined {
    const { columns } = this.metadata.row_groups[group] ?? { columns: [] };
    // Of a damaged footer the path may be missing, whatever the type says.
    const named = columns
      .map(({ meta_data }) => meta_data)
      .filter((data) => Array.isArray(data?.path_in_schema) && data.path_in_schema[0] === name);
    const [column] = named;
    return named.length === 1 && column?.path_in_schema.length === 1 ? column : undefined;
  }
}

function flatColumns(metadata: FileMetaData): ParquetColumn[] {
  const leaves = parquetSchema(metadata).children.filter(
    ({ children, element }) => children.length === 0 && element.repetition_type !== 'REPEATED',
  );
  return leaves.flatMap(({ element: { name, type, converted_type, logical_type } }): ParquetColumn[] => {
    if (type === 'BYTE_ARRAY')
      return converted_type === 'UTF8' || logical_type?.type === 'STRING' ? [{ name, kind: 'text' }] : [];
    return type === undefined || type === 'FIXED_LEN_BYTE_ARRAY' || type === 'INT96'
      ? []
      : [{ name, kind: 'number' }];
  });
}

function nullableColumns(metadata: FileMetaData): ReadonlySet<string> {
  const optional = parquetSchema(metadata).children.filter(
    ({ element }) => element.repetition_type !== 'REQUIRED',
  );
  return new Set(optional.map(({ element }) => element.name));
}

function chunkStart({ dictionary_page_offset, data_page_offset }: ColumnMetaData): number {
  const dictionary = Number(dictionary_page_offset ?? 0);
  const data = Number(data_page_offset);
  return dictionary > 0 && dictionary < data ? dictionary : data;
}

function slicer(source: ByteSource, size: number): (start: number, end?: number) => Promise<ArrayBuffer> {
  return async (start, end = size) => copyOf(await source.read(start, end - start));
}

/** The file as far as one column needs it. */
function within(bytes: Uint8Array, offset: number): (start: number, end?: number) => ArrayBuffer {
  return (start, end = offset + bytes.length) => {
    if (start < offset || end > offset + bytes.length)
      throw new RangeError(t('a column lies outside of its place'));
    return copyOf(bytes.subarray(start - offset, end - offset));
  };
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** A damaged file makes the decoder throw anything. */
async function guarded<T>(source: ByteSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LogError) throw error;
    throw new LogError({
      kind: 'not-a-log',
      path: source.path,
      reason: t('the Parquet file is damaged, or written in a way that is not read here'),
      remedy: t('write it again, for example with pandas: df.to_parquet(path, compression="snappy")'),
    });
  }
}

function unfinished({ path }: ByteSource): LogError {
  return new LogError({
    kind: 'not-a-log',
    path,
    reason: t('the Parquet file has no end: it is being written or was cut off'),
    remedy: t('read it again once it is written'),
  });
}
