import type { NumberColumn } from '../logs/logTable';

/** Cells of a column: row indices ascending, one value each. Key is what the Report shows as the log's own. */
export type Column = NumberColumn;

/** A column with every value changed. */
export function mapColumn(column: Column, change: (value: number) => number, key = column.key): Column {
  return { key, rows: column.rows, values: column.values.map(change) };
}

/**
 * Columns added row by row. Rows that lack one of them count it as zero when `absentIsZero` (slime omits counts of 0);
 * otherwise only rows that have all are kept.
 */
export function addColumns(columns: readonly Column[], absentIsZero: boolean): Column {
  const sums = new Map<number, { sum: number; parts: number }>();
  for (const column of columns)
    column.rows.forEach((row, i) => {
      const cell = sums.get(row) ?? { sum: 0, parts: 0 };
      cell.sum += column.values[i] ?? NaN;
      cell.parts++;
      sums.set(row, cell);
    });
  const whole = [...sums].filter(([, cell]) => absentIsZero || cell.parts === columns.length);
  whole.sort(([a], [b]) => a - b);
  return {
    key: columns.map((column) => column.key).join(' + '),
    rows: Int32Array.from(whole, ([row]) => row),
    values: Float64Array.from(whole, ([, cell]) => cell.sum),
  };
}

/** Whether any value is a number a fit can use. */
export function hasFinite(column: Column): boolean {
  return column.values.some((value) => Number.isFinite(value));
}

/** Values that are numbers a fit can use. */
export function countFinite(column: Column): number {
  let finite = 0;
  for (const value of column.values) if (Number.isFinite(value)) finite++;
  return finite;
}

/** Whether two columns hold the same cells. */
export function sameCells(a: Column, b: Column): boolean {
  return (
    a.rows.length === b.rows.length &&
    a.rows.every((row, i) => row === b.rows[i]) &&
    a.values.every((value, i) => Object.is(value, b.values[i]))
  );
}
