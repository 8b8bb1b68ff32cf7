import { parquetWriteBuffer } from 'hyparquet-writer';

/** A table as a Parquet file, a column for each key. */
export function parquet(
  columns: Readonly<Record<string, readonly unknown[]>>,
  options: { readonly rowGroupSize?: number; readonly codec?: 'SNAPPY' | 'UNCOMPRESSED' } = {},
): Uint8Array {
  const columnData = Object.entries(columns).map(([name, data]) => {
    const type = data.some((value) => typeof value === 'string') ? ('STRING' as const) : ('DOUBLE' as const);
    return { name, data: [...data], type, nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, ...options }));
}

/** One completion as TRL logs it. */
export interface LoggedCompletion {
  readonly step: number;
  readonly prompt: string;
  readonly completion: string;
  readonly rewards: Readonly<Record<string, number | null>>;
  readonly advantage: number;
}

/** Completions as TRL writes them (`log_completions`): steps are texts, a column for each reward function. */
export function completionsParquet(rows: readonly LoggedCompletion[], rowGroupSize?: number): Uint8Array {
  const functions = Object.keys(rows[0]?.rewards ?? {});
  return parquet(
    {
      step: rows.map(({ step }) => String(step)),
      prompt: rows.map(({ prompt }) => prompt),
      completion: rows.map(({ completion }) => completion),
      ...Object.fromEntries(functions.map((name) => [name, rows.map(({ rewards }) => rewards[name])])),
      advantage: rows.map(({ advantage }) => advantage),
    },
    rowGroupSize === undefined ? {} : { rowGroupSize },
  );
}
