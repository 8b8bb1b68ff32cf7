import { MAX_CELLS, MAX_COLUMNS, MAX_KEY_LENGTH } from './limits';
import { TableBuilder } from './tableBuilder';

const FIRST_CAPACITY = 64;

/** One metric's values while they grow; `rows` are rows of the join, in the order of arrival. */
export class JoinColumn {
  readonly key: string;
  /** Of the last value: its step, its row, and the attempt it belongs to. */
  lastStep = -Infinity;
  lastRow = -1;
  lastAttempt = -1;
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
}

/**
 * Joins carriers that write one value at a time (metric, step, value) into rows: the values of one step across all
 * metrics are one row. A metric whose step goes back has been resumed: what follows is a new attempt, whose rows come
 * after all earlier ones, so that the step rule (theory.md §2) lets them replace what they repeat. A metric that
 * repeats its step gets a row more, which the step rule averages.
 */
export class StepJoin {
  private readonly columns = new Map<string, JoinColumn>();
  private readonly steps: number[] = [];
  private readonly times: number[] = [];
  private readonly attempts: number[] = [];
  private rowOf = new Map<number, number>();
  private attempt = 0;
  private lastStep = NaN;
  private lastRow = -1;
  private cells = 0;
  private keysRefused = 0;
  private valuesRefused = 0;

  /** The column of a metric; null once there are too many (their values are counted). */
  column(key: string): JoinColumn | null {
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    if (key.length > MAX_KEY_LENGTH || this.columns.size >= MAX_COLUMNS) {
      this.keysRefused++;
      return null;
    }
    const column = new JoinColumn(key);
    this.columns.set(key, column);
    return column;
  }

  /** One value; `time` (seconds since 1970, NaN where unknown) is kept of the first value of a row. */
  add(column: JoinColumn, step: number, value: number, time: number): void {
    if (this.cells >= MAX_CELLS) {
      this.valuesRefused++;
      return;
    }
    if (column.lastAttempt === this.attempt && step < column.lastStep) this.startAttempt();
    let row = step === this.lastStep ? this.lastRow : (this.rowOf.get(step) ?? this.newRow(step, time));
    if (row === column.lastRow) row = this.newRow(step, time);
    column.push(row, value);
    column.lastStep = step;
    column.lastRow = row;
    column.lastAttempt = this.attempt;
    this.lastStep = step;
    this.lastRow = row;
    this.cells++;
  }

  /** What follows is another attempt at the run; means nothing before the first value of an attempt. */
  startAttempt(): void {
    if (this.rowOf.size === 0) return;
    this.attempt++;
    this.rowOf = new Map();
    this.lastStep = NaN;
    this.lastRow = -1;
  }

  /** Whether the attempt has reached this step: a restart there goes back. */
  hasReached(step: number): boolean {
    for (let row = this.steps.length - 1; row >= 0 && this.attempts[row] === this.attempt; row--)
      if ((this.steps[row] ?? NaN) >= step) return true;
    return false;
  }

  /** How many values there are. */
  get size(): number {
    return this.cells;
  }

  /** The rows as a table: by attempt, then by step, then as they came; "step" and "wall_time" are columns of it. */
  build(): TableBuilder {
    const table = new TableBuilder(false);
    const order = this.order();
    const stepKey = this.columns.has('step') ? 'step (of the record)' : 'step';
    const cursors = this.sortedColumns(order);
    for (let place = 0; place < order.length; place++) {
      const row = order[place] ?? 0;
      if (!table.beginRow(place + 1, 1)) break;
      table.number(stepKey, this.steps[row] ?? NaN);
      const time = this.times[row] ?? NaN;
      if (!Number.isNaN(time)) table.number('wall_time', time);
      for (const cursor of cursors) cursor.addTo(table, place);
    }
    return table;
  }

  /** One sentence for each limit reached. */
  notes(): string[] {
    const notes: string[] = [];
    if (this.keysRefused > 0)
      notes.push(
        `More than ${MAX_COLUMNS} keys (or keys over ${MAX_KEY_LENGTH} characters): ${this.keysRefused} values under others left out.`,
      );
    if (this.valuesRefused > 0)
      notes.push(`More than ${MAX_CELLS} values: ${this.valuesRefused} further ones left out.`);
    return notes;
  }

  private newRow(step: number, time: number): number {
    const row = this.steps.length;
    this.steps.push(step);
    this.times.push(time);
    this.attempts.push(this.attempt);
    this.rowOf.set(step, row);
    return row;
  }

  private order(): Int32Array {
    const order = Int32Array.from(this.steps.keys());
    const { steps, attempts } = this;
    return order.sort(
      (a, b) => (attempts[a] ?? 0) - (attempts[b] ?? 0) || (steps[a] ?? 0) - (steps[b] ?? 0) || a - b,
    );
  }

  private sortedColumns(order: Int32Array): readonly ColumnCursor[] {
    const placeOf = new Int32Array(order.length);
    order.forEach((row, place) => (placeOf[row] = place));
    return [...this.columns.values()].map((column) => new ColumnCursor(column, placeOf));
  }
}

/** Walks over one column in the order of the table's rows. */
class ColumnCursor {
  private readonly key: string;
  private readonly places: Int32Array;
  private readonly values: Float64Array;
  private next = 0;

  constructor({ key, rows, values, length }: JoinColumn, placeOf: Int32Array) {
    this.key = key;
    this.places = rows.subarray(0, length).map((row) => placeOf[row] ?? 0);
    this.values = values.subarray(0, length);
    if (!ascends(this.places)) {
      const order = Int32Array.from(this.places.keys()).sort(
        (a, b) => (this.places[a] ?? 0) - (this.places[b] ?? 0) || a - b,
      );
      this.values = Float64Array.from(order, (at) => values[at] ?? NaN);
      this.places.sort();
    }
  }

  addTo(table: TableBuilder, place: number): void {
    if (this.places[this.next] !== place) return;
    table.number(this.key, this.values[this.next++] ?? NaN);
  }
}

function ascends(places: Int32Array): boolean {
  for (let i = 1; i < places.length; i++) if ((places[i] ?? 0) < (places[i - 1] ?? 0)) return false;
  return true;
}
