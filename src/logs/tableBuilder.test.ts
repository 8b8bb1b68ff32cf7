import { describe, expect, it } from 'vitest';
import { NARROW_CELLS } from './limits';
import { TableBuilder } from './tableBuilder';

/** A table of `columns` columns, filled row by row. */
function filled(builder: TableBuilder, columns: number, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    builder.beginRow(row + 1, 1);
    for (let i = 0; i < columns; i++) builder.number(`k${i}`, row + i);
  }
}

const firstTwo = (): ReadonlySet<string> => new Set(['k0', 'k1']);

describe('a large table', () => {
  it('keeps the wanted columns whole, lets go of the others and says so', () => {
    const builder = new TableBuilder();
    const rows = NARROW_CELLS / 400;
    filled(builder, 400, 0, rows);
    builder.narrow(firstTwo);
    filled(builder, 400, rows, rows + 10);
    const { numbers, rowCount } = builder.table();
    expect([...numbers.keys()]).toEqual(['k0', 'k1']);
    expect(rowCount).toBe(rows + 10);
    expect(numbers.get('k1')?.values.length).toBe(rows + 10);
    expect(numbers.get('k1')?.values.at(-1)).toBe(rows + 10);
    expect(builder.notes()).toEqual([
      `More than ${NARROW_CELLS} values: of 400 columns the 2 that mean something were kept.`,
    ]);
  });

  it('is left alone while it is small', () => {
    const builder = new TableBuilder();
    filled(builder, 4, 0, 100);
    builder.narrow(firstTwo);
    expect(builder.table().numbers.size).toBe(4);
    expect(builder.notes()).toEqual([]);
  });
});
