import { t } from '@vscode/l10n';
import { ColumnCursor } from './columnCursor';
import { countUp } from './growingNumbers';
import { JoinColumn } from './joinColumn';
import { JOINED_ROW_CELLS, MAX_CELLS, MAX_COLUMNS, MAX_KEY_LENGTH } from './limits';
import { TableBuilder } from './tableBuilder';
import { saltOf, staysByStep, thinnedNote } from './thinning';

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
  private readonly salts: number[] = [];
  private rowOf = new Map<number, number>();
  private attempt = 0;
  private lastStep = NaN;
  private lastRow = -1;
  private cells = 0;
  private keysRefused = 0;
  private level = 0;
  private highest = -Infinity;
  private readonly most: number;

  /** `most` values are held before steps are thinned. */
  constructor(most = MAX_CELLS) {
    this.most = most;
  }

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
    if (this.cells >= this.most) this.thin();
    if (column.lastAttempt === this.attempt && step < column.lastStep) this.startAttempt();
    const isRepeated = column.lastAttempt === this.attempt && step === column.lastStep;
    column.salt = isRepeated ? column.salt + 1 : saltOf(this.attempt);
    column.lastStep = step;
    column.lastAttempt = this.attempt;
    if (step > this.highest) this.highest = step;
    if (this.level > 0 && !staysByStep(step, column.salt, this.level)) return;
    let row =
      step === this.lastStep ? this.lastRow : (this.rowOf.get(step) ?? this.newRow(step, column.salt, time));
    if (row === column.lastRow) row = this.newRow(step, column.salt, time);
    column.push(row, value);
    column.lastRow = row;
    this.lastStep = step;
    this.lastRow = row;
    this.cells++;
  }

  /** What follows is another attempt at the run; means nothing before the first value of an attempt. */
  startAttempt(): void {
    if (this.highest === -Infinity) return;
    this.attempt++;
    this.highest = -Infinity;
    this.rowOf = new Map();
    this.lastStep = NaN;
    this.lastRow = -1;
  }

  /** Whether the attempt has reached this step: a restart there goes back. */
  hasReached(step: number): boolean {
    return this.highest >= step;
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
      table.beginRow(place + 1, 1);
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
        t(
          'More than {0} keys (or keys over {1} characters): {2} values under others left out.',
          ...[MAX_COLUMNS, MAX_KEY_LENGTH, this.keysRefused],
        ),
      );
    if (this.level > 0) notes.push(thinnedNote(t('More steps than can be held'), this.level));
    return notes;
  }

  /** Keeps half of the steps, and takes half as many from here on. */
  private thin(): void {
    this.level++;
    const { steps, times, attempts, salts } = this;
    const placeOf = new Int32Array(steps.length).fill(-1);
    let kept = 0;
    for (let row = 0; row < steps.length; row++) {
      if (!staysByStep(steps[row] ?? NaN, salts[row] ?? 0, this.level)) continue;
      placeOf[row] = kept;
      steps[kept] = steps[row] ?? NaN;
      times[kept] = times[row] ?? NaN;
      attempts[kept] = attempts[row] ?? 0;
      salts[kept++] = salts[row] ?? 0;
    }
    for (const list of [steps, times, attempts, salts]) list.length = kept;
    for (const column of this.columns.values()) column.thin(placeOf);
    for (const [step, row] of this.rowOf) {
      const place = placeOf[row] ?? -1;
      if (place < 0) this.rowOf.delete(step);
      else this.rowOf.set(step, place);
    }
    this.lastStep = NaN;
    this.lastRow = -1;
    this.cells = kept * JOINED_ROW_CELLS;
    for (const { length } of this.columns.values()) this.cells += length;
  }

  private newRow(step: number, salt: number, time: number): number {
    const row = this.steps.length;
    this.steps.push(step);
    this.times.push(time);
    this.attempts.push(this.attempt);
    this.salts.push(salt);
    this.cells += JOINED_ROW_CELLS;
    this.rowOf.set(step, row);
    return row;
  }

  private order(): Int32Array {
    const { steps, attempts } = this;
    const order = countUp(steps.length);
    const compare = (a: number, b: number): number =>
      (attempts[a] ?? 0) - (attempts[b] ?? 0) || (steps[a] ?? 0) - (steps[b] ?? 0) || a - b;
    // Nearly every log is in order already.
    return order.every((row) => row === 0 || compare(row - 1, row) < 0) ? order : order.sort(compare);
  }

  private sortedColumns(order: Int32Array): readonly ColumnCursor[] {
    const placeOf = new Int32Array(order.length);
    order.forEach((row, place) => (placeOf[row] = place));
    return [...this.columns.values()].map((column) => new ColumnCursor(column, placeOf));
  }
}
