import type { LogTable, NumberColumn } from '../logs/logTable';
import type { Arm } from './splitArms';

/** W&B's chart exports: `<run> - <metric>`, the spread of a group beside it (log-formats.md §20.3). */
export const CELL_NAME = /^(.+) - (.+?)(__MIN|__MAX)?$/;

/**
 * The runs of a table that holds them side by side, one set of columns each; null where its columns are not named so. Every
 * column that no run claims (the step) belongs to all. Minima and maxima of grouped runs are left out.
 */
export function splitWide(table: LogTable): readonly Arm[] | null {
  const runs = new Map<string, NumberColumn[]>();
  const common: NumberColumn[] = [];
  let minima = 0;
  for (const [key, column] of table.numbers) {
    const match = CELL_NAME.exec(key);
    if (match === null) common.push(column);
    else if (match.at(3) !== undefined) minima++;
    else
      runs.set(match.at(1) ?? '', [
        ...(runs.get(match.at(1) ?? '') ?? []),
        renamed(column, match.at(2) ?? ''),
      ]);
  }
  // A single "a - b" among other columns is a name with a dash in it.
  if (runs.size === 0 || common.length > 1 || (runs.size === 1 && minima === 0 && common.length === 0))
    return null;
  return [...runs].map(([name, columns]) => ({
    name,
    table: { ...table, numbers: byKey([...common, ...columns]) },
  }));
}

function renamed(column: NumberColumn, key: string): NumberColumn {
  return { ...column, key };
}

function byKey(columns: readonly NumberColumn[]): ReadonlyMap<string, NumberColumn> {
  return new Map(columns.map((column) => [column.key, column]));
}
