import type { LogTable, NumberColumn, TextColumn } from '../logs/logTable';
import { splitWide } from './splitWide';

/** Names of columns that tell runs of one table apart. */
export const ARM_NAME =
  /^(?:arm|run|run_?name|run_?id|experiment|exp|exp_?name|variant|condition|trial|seed|algo|algorithm|method)$/i;

const FEWEST_ROWS = 2;
const MOST_ARMS = 1000;

/** One run's rows as a table of their own. */
export interface Arm {
  /** As the table names it; null where the table holds one unnamed run. */
  readonly name: string | null;
  readonly table: LogTable;
}

/**
 * The runs of a table, in order of first appearance: one per set of columns in W&B's exports, one per value of a column such as `arm` or `run` that every row
 * carries and whose values repeat; the whole table where there is no such column.
 */
export function splitArms(table: LogTable): readonly Arm[] {
  const wide = splitWide(table);
  if (wide !== null) return wide;
  for (const key of [...table.texts.keys(), ...table.numbers.keys()].filter((name) => ARM_NAME.test(name))) {
    const labels = labelsOf(table, key);
    if (labels === null) continue;
    const groups = groupRows(labels);
    if (!areArms(groups, table.rowCount)) continue;
    return [...groups].map(([name, rows]) => ({ name, table: selectRows(table, Int32Array.from(rows)) }));
  }
  return [{ name: null, table }];
}

function labelsOf(table: LogTable, key: string): readonly string[] | null {
  const labels = new Array<string>(table.rowCount).fill('');
  const texts = table.texts.get(key);
  const numbers = table.numbers.get(key);
  texts?.rows.forEach((row, i) => (labels[row] = texts.values[i] ?? ''));
  numbers?.rows.forEach((row, i) => (labels[row] = String(numbers.values[i])));
  return labels.every((label) => label !== '') ? labels : null;
}

function groupRows(labels: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  labels.forEach((label, row) => {
    const rows = groups.get(label);
    if (rows === undefined) groups.set(label, [row]);
    else rows.push(row);
  });
  return groups;
}

/** A label that hardly ever repeats is a description of its row, not a run. */
function areArms(groups: ReadonlyMap<string, readonly number[]>, rowCount: number): boolean {
  return groups.size <= MOST_ARMS && groups.size * FEWEST_ROWS <= rowCount;
}

function selectRows(table: LogTable, rows: Int32Array): LogTable {
  const place = new Int32Array(table.rowCount).fill(-1);
  rows.forEach((row, i) => (place[row] = i));
  const pick = (list: Int32Array | null): Int32Array | null =>
    list === null ? null : rows.map((row) => list[row] ?? 0);
  const numbers = new Map<string, NumberColumn>();
  for (const [key, column] of table.numbers) {
    const kept = keptCells(column.rows, place);
    if (kept.length === 0 && column.rows.length > 0) continue;
    numbers.set(key, {
      key,
      rows: kept.map((i) => place[column.rows[i] ?? 0] ?? 0),
      values: Float64Array.from(kept, (i) => column.values[i] ?? NaN),
    });
  }
  const texts = new Map<string, TextColumn>();
  for (const [key, column] of table.texts) {
    const kept = keptCells(column.rows, place);
    if (kept.length === 0) continue;
    texts.set(key, {
      key,
      rows: kept.map((i) => place[column.rows[i] ?? 0] ?? 0),
      values: Array.from(kept, (i) => column.values[i] ?? ''),
    });
  }
  return {
    ...table,
    rowCount: rows.length,
    lines: pick(table.lines),
    columns: pick(table.columns),
    numbers,
    texts,
  };
}

/** Positions of the cells whose row is kept. */
function keptCells(rows: Int32Array, place: Int32Array): Int32Array {
  const kept: number[] = [];
  rows.forEach((row, i) => {
    if ((place[row] ?? -1) >= 0) kept.push(i);
  });
  return Int32Array.from(kept);
}
