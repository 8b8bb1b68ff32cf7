import { countUp } from '../growingNumbers';
import type { LogPart, LogTable, NumberColumn } from '../logTable';
import { Thinning, winsPair } from '../thinning';

/** Numbers of one list and where each stands. */
export class NumberList {
  readonly path: readonly string[];
  readonly values: number[] = [];
  /** Where the list is one of pairs: the first number of each. */
  readonly steps: number[] = [];
  readonly lines: number[] = [];
  readonly columns: number[] = [];
  private readonly thinning: Thinning;

  constructor(path: readonly string[], level: number) {
    this.path = path;
    this.thinning = new Thinning(level);
  }

  /** The next number, of a list of pairs with its step; false where the list is thinned and it is left out. */
  add(value: number, line: number, column: number, step?: number): boolean {
    if (!this.thinning.takes()) return false;
    if (step !== undefined) this.steps.push(step);
    this.values.push(value);
    this.lines.push(line);
    this.columns.push(column);
    return true;
  }

  /** Halves the numbers, evenly over the list, and takes half as many from here on. */
  thin(): void {
    const level = this.thinning.thin();
    for (const list of [this.values, this.steps, this.lines, this.columns]) {
      let kept = 0;
      for (const [place, number] of list.entries()) if (winsPair(place, level)) list[kept++] = number;
      list.length = kept;
    }
  }

  /** Numbers that the file has. */
  get count(): number {
    return this.thinning.count;
  }

  /** Of so many consecutive ones one was kept. */
  get oneOf(): number {
    return 2 ** this.thinning.level;
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
 * (`{"step": [1, 2], "reward": [0.1, 0.2]}`), and so are those of pairs with the same steps
 * (`{"reward": [[1, 0.1], [2, 0.2]]}`). The longest first. Pairs whose first numbers are no steps are left alone.
 */
export function tablesOfLists(lists: readonly NumberList[]): LogPart[] {
  const groups = new Map<string, NumberList[][]>();
  for (const list of lists.filter(hasSteps)) {
    const key = JSON.stringify([list.path.slice(0, -1), list.count]);
    const same = groups.get(key) ?? [];
    groups.set(key, same);
    const known = same.find((group) => isEqual(group[0].steps, list.steps));
    if (known === undefined) same.push([list]);
    else known.push(list);
  }
  const tables = [...groups.values()].flat().sort((a, b) => lengthOf(b) - lengthOf(a));
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
  const steps = group.at(0)?.steps ?? [];
  if (steps.length > 0) numbers.set('step', { key: 'step', rows, values: Float64Array.from(steps) });
  for (const { name, values } of group)
    numbers.set(name, { key: name, rows, values: Float64Array.from(values) });
  return {
    rowCount,
    oneOf: shown?.oneOf ?? 1,
    lines: Int32Array.from(shown?.lines ?? []),
    columns: Int32Array.from(shown?.columns ?? []),
    numbers,
    texts: new Map(),
  };
}

/** Of pairs: whole numbers that never go back. */
function hasSteps({ steps }: NumberList): boolean {
  return steps.every((step, i) => Number.isInteger(step) && (i === 0 || step >= (steps[i - 1] ?? 0)));
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function lengthOf(group: readonly NumberList[]): number {
  return group.at(0)?.values.length ?? 0;
}
