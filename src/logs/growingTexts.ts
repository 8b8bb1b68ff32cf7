import type { TextColumn } from './logTable';
import { winsPair } from './thinning';

/** One key's texts while they grow. */
export class GrowingTexts {
  readonly key: string;
  private readonly rows: number[] = [];
  private readonly values: string[] = [];

  constructor(key: string) {
    this.key = key;
  }

  /** True when a new cell was taken; a key repeated inside one row keeps its last text. */
  push(row: number, value: string): boolean {
    if (this.rows.at(-1) === row) {
      this.values[this.values.length - 1] = value;
      return false;
    }
    this.rows.push(row);
    this.values.push(value);
    return true;
  }

  /** Texts held. */
  get size(): number {
    return this.rows.length;
  }

  /** Keeps of every two neighbouring rows the one that wins; the rows that stay are numbered anew. */
  thin(level: number): void {
    let kept = 0;
    for (const [i, row] of this.rows.entries()) {
      if (!winsPair(row, level)) continue;
      this.rows[kept] = row >> 1;
      this.values[kept++] = this.values[i] ?? '';
    }
    this.rows.length = kept;
    this.values.length = kept;
  }

  /** The column as it stands. */
  snapshot(): TextColumn {
    return { key: this.key, rows: Int32Array.from(this.rows), values: this.values.slice() };
  }
}
