import type { NumberColumn } from './logTable';
import { winsPair } from './thinning';

const FIRST_CAPACITY = 256;

/**
 * One key's values while they grow. Row numbers are only written down from the first gap on: most keys of most logs are
 * in every row. `next` is the key that followed in the last row that had this one, which saves a look-up per value.
 */
export class GrowingNumbers {
  readonly key: string;
  next: GrowingNumbers | null = null;
  private length = 0;
  private lastRow = -1;
  private rows: Int32Array | null = null;
  private values = new Float64Array(FIRST_CAPACITY);
  private closed = false;

  constructor(key: string) {
    this.key = key;
  }

  /** True when a new cell was taken; a key repeated inside one row keeps its last value, as JSON does. */
  push(row: number, value: number): boolean {
    if (this.closed) return false;
    const at = this.length;
    if (row === this.lastRow) {
      this.values[at - 1] = value;
      return false;
    }
    if (at === this.values.length) this.grow();
    if (this.rows === null && row !== at) this.rows = countUp(this.values.length);
    if (this.rows !== null) this.rows[at] = row;
    this.values[at] = value;
    this.lastRow = row;
    this.length = at + 1;
    return true;
  }

  /** Values held. */
  get size(): number {
    return this.length;
  }

  /** Keeps of every two neighbouring rows the one that wins; the rows that stay are numbered anew. */
  thin(level: number): void {
    const { rows, values, length } = this;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const row = rows?.[i] ?? i;
      if (!winsPair(row, level)) continue;
      values[kept] = values[i] ?? NaN;
      if (rows !== null) rows[kept] = row >> 1;
      kept++;
    }
    this.length = kept;
    this.lastRow = -1;
  }

  /** Lets go of the values and takes no more. */
  close(): void {
    this.closed = true;
    this.length = 0;
    this.rows = null;
    this.values = new Float64Array(0);
  }

  /** The column as it stands; `everyRow` (0, 1, 2, …, shared by all columns) serves one without gaps. */
  snapshot(everyRow: Int32Array): NumberColumn {
    const { key, length } = this;
    const isComplete = this.rows === null && length === everyRow.length;
    const rows = this.rows?.slice(0, length) ?? (isComplete ? everyRow : everyRow.slice(0, length));
    return { key, rows, values: this.values.slice(0, length) };
  }

  private grow(): void {
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    if (this.rows === null) return;
    const rows = new Int32Array(values.length);
    rows.set(this.rows);
    this.rows = rows;
  }
}

/** 0, 1, 2, … */
export function countUp(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}
