const FIRST_CAPACITY = 64;

/** One metric's values while they grow; `rows` are rows of the join, in the order of arrival. */
export class JoinColumn {
  readonly key: string;
  /** Of the last value: its step, its row, and the attempt it belongs to. */
  lastStep = -Infinity;
  lastRow = -1;
  lastAttempt = -1;
  /** Tells it from others with its step: how many such values are before it, in which attempt. */
  salt = 0;
  length = 0;
  rows = new Int32Array(FIRST_CAPACITY);
  values = new Float64Array(FIRST_CAPACITY);

  constructor(key: string) {
    this.key = key;
  }

  /** One value more. */
  push(row: number, value: number): void {
    if (this.length === this.rows.length) {
      const rows = new Int32Array(this.length * 2);
      const values = new Float64Array(this.length * 2);
      rows.set(this.rows);
      values.set(this.values);
      this.rows = rows;
      this.values = values;
    }
    this.rows[this.length] = row;
    this.values[this.length++] = value;
  }

  /** Keeps the values whose row has a place among those that stay (−1 where not). */
  thin(placeOf: Int32Array): void {
    const { rows, values, length } = this;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const place = placeOf[rows[i] ?? 0] ?? -1;
      if (place < 0) continue;
      rows[kept] = place;
      values[kept++] = values[i] ?? NaN;
    }
    this.length = kept;
    this.lastRow = placeOf[this.lastRow] ?? -1;
  }
}
