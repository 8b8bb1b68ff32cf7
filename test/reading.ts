import { createReader } from '../src/logs/createReader';
import type { LogFormat, LogTable, RawLog, StreamFormat } from '../src/logs/logTable';
import { MemorySource } from '../src/logs/memorySource';
import { readLog } from '../src/logs/readLog';
import type { ReaderOutcome } from '../src/logs/logReader';
import { buildRuns } from '../src/run/buildRuns';
import type { Run } from '../src/run/run';
import type { RunOptions } from '../src/run/runOptions';

/** Reads a text as the product does. */
export function readText(text: string | Uint8Array, format?: LogFormat): Promise<RawLog> {
  return readLog(new MemorySource('log', text), format === undefined ? {} : { format }, {});
}

/** The runs of a text. */
export async function runsOf(text: string | Uint8Array, options: RunOptions = {}): Promise<Run[]> {
  return buildRuns(await readText(text), options);
}

/** The one run of a text. */
export async function runOf(text: string | Uint8Array, options: RunOptions = {}): Promise<Run> {
  const runs = await runsOf(text, options);
  const run = runs.at(0);
  if (runs.length !== 1 || run === undefined) throw new Error(`expected one run, got ${runs.length}`);
  return run;
}

/** Objects as JSON Lines. */
export function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Feeds a reader in pieces that end at the given offsets. */
export function readInPieces(
  format: StreamFormat,
  bytes: Uint8Array,
  cuts: readonly number[],
): { readonly table: LogTable; readonly outcome: ReaderOutcome } {
  const reader = createReader(format, bytes.subarray(0, 1 << 16));
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    reader.push(bytes.slice(from, end));
    from = end;
  }
  const outcome = reader.finish();
  return { table: reader.table.table(), outcome };
}

/** A table as plain values that compare well: rows of [line, column, key, value] cells. */
export function plainTable(table: LogTable): unknown {
  const cells: unknown[] = [];
  for (const { key, rows, values } of table.numbers.values())
    rows.forEach((row, i) => cells.push([row, key, String(values[i])]));
  for (const { key, rows, values } of table.texts.values())
    rows.forEach((row, i) => cells.push([row, key, `text ${values[i] ?? ''}`]));
  return {
    rows: table.rowCount,
    lines: table.lines === null ? null : [...table.lines],
    columns: table.columns === null ? null : [...table.columns],
    cells: cells.map((cell) => JSON.stringify(cell)).sort(),
  };
}

/** A column's values by key, for tests that look at one. */
export function valuesOf(table: LogTable, key: string): number[] {
  return [...(table.numbers.get(key)?.values ?? [])];
}
