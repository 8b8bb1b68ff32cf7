import { countUp } from '../growingNumbers';
import type { LogPart, LogTable, NumberColumn } from '../logTable';

/** Numbers of one list and where each stands. */
export class NumberList {
  readonly path: readonly string[];
  readonly values: number[] = [];
  readonly lines: number[] = [];
  readonly columns: number[] = [];

  constructor(path: readonly string[]) {
    this.path = path;
  }

  /** The next number. */
  add(value: number, line: number, column: number): void {
    this.values.push(value);
    this.lines.push(line);
    this.columns.push(column);
  }

  /** The list's own name. */
  get name(): string {
    return this.path.at(-1) ?? '';
  }
}

/** A name that says where a row's reward stands: rows of several lists are best shown there. */
const REWARD = /reward|score|return/i;

/**
 * Tables of the lists that stand side by side in one object: those of one length are columns of one table
 * (`{"step": [1, 2], "reward": [0.1, 0.2]}`). The longest first.
 */
export function tablesOfLists(lists: readonly NumberList[]): LogPart[] {
  const groups = new Map<string, NumberList[]>();
  for (const list of lists) {
    const group = JSON.stringify([list.path.slice(0, -1), list.values.length]);
    groups.set(group, [...(groups.get(group) ?? []), list]);
  }
  const tables = [...groups.values()].sort((a, b) => lengthOf(b) - lengthOf(a));
  return tables.map((group) => ({
    path: [...(group.at(0)?.path.slice(0, -1) ?? []), group.map(({ name }) => name).join('+')],
    table: tableOf(group),
  }));
}

function tableOf(group: readonly NumberList[]): LogTable {
  const rowCount = lengthOf(group);
  const rows = countUp(rowCount);
  const shown = group.find(({ name }) => REWARD.test(name)) ?? group.at(0);
  const numbers = new Map<string, NumberColumn>();
  for (const { name, values } of group)
    numbers.set(name, { key: name, rows, values: Float64Array.from(values) });
  return {
    rowCount,
    lines: Int32Array.from(shown?.lines ?? []),
    columns: Int32Array.from(shown?.columns ?? []),
    numbers,
    texts: new Map(),
  };
}

function lengthOf(group: readonly NumberList[]): number {
  return group.at(0)?.values.length ?? 0;
}
