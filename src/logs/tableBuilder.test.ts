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

describe('a table of more values than it holds', () => {
  it('keeps rows over the whole log, each with its line, and says of how many one', () => {
    const builder = new TableBuilder(true, 100);
    for (let row = 0; row < 1000; row++) {
      if (!builder.beginRow(row + 1, 3)) continue;
      builder.number('reward', row);
      if (row % 2 === 0) builder.text('arm', `row ${row}`);
    }
    const { rowCount, oneOf, lines, columns, numbers, texts } = builder.table();
    expect(oneOf).toBe(16);
    expect(rowCount).toBeGreaterThan(60);
    expect(lines?.at(-1)).toBeGreaterThan(960);
    expect([...(columns ?? [])].every((column) => column === 3)).toBe(true);
    expect([...(numbers.get('reward')?.values ?? [])]).toEqual([...(lines ?? [])].map((line) => line - 1));
    const arms = texts.get('arm');
    expect(arms?.values).toEqual([...(arms?.rows ?? [])].map((row) => `row ${(lines?.[row] ?? 0) - 1}`));
    expect(builder.notes()).toEqual([
      `1000 rows, more than can be held, ${rowCount} kept: of every 16 one was kept, spread over the whole log; counts are of those kept, and a swing faster than 32 of them cannot be seen.`,
    ]);
  });

  it('gives the rows that take turns their share', () => {
    const builder = new TableBuilder(true, 2000);
    for (let row = 0; row < 20_000; row++)
      if (builder.beginRow(row + 1, 1)) builder.number(['train', 'rollout'][row % 2] ?? '', row);
    const { numbers } = builder.table();
    const share = (numbers.get('rollout')?.values.length ?? 0) / builder.size;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
  });
});
