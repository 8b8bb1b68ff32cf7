import { t } from '@vscode/l10n';
import { listed } from './listed';
import {
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_KEY_LENGTH,
  MAX_ROWS,
  MAX_TEXT_LENGTH,
  MAX_TEXT_TOTAL,
  NARROW_CELLS,
} from './limits';
import { countUp, GrowingNumbers } from './growingNumbers';
import { GrowingTexts } from './growingTexts';
import type { LogTable, NumberColumn, TextColumn } from './logTable';
import { Thinning, thinnedNote, winsPair } from './thinning';

const FIRST_CAPACITY = 256;

/** Of a log's keys those whose columns are needed. A key that is not wanted beside few others is not beside more. */
export type WantedKeys = (keys: readonly string[]) => ReadonlySet<string>;

/**
 * Turns records into the sparse columnar `LogTable`, for every carrier. Keys are data: they live in Maps, so
 * `__proto__` is a name like any other. Limits are kept here and what they cost is said in `notes()`.
 */
export class TableBuilder {
  private readonly numbers = new Map<string, GrowingNumbers>();
  private readonly texts = new Map<string, GrowingTexts>();
  private readonly interned = new Map<string, string>();
  private readonly skipped = new Set<string>();
  private lines = new Int32Array(FIRST_CAPACITY);
  private columns = new Int32Array(FIRST_CAPACITY);
  private columnsMatter = false;
  private rowCount = 0;
  private cells = 0;
  private textTotal = 0;
  private keysRefused = 0;
  private textCells = 0;
  private readonly thinning = new Thinning();
  private last: GrowingNumbers | null = null;
  private readonly narrowed = new Set<string>();
  private narrowedAt = 0;
  private readonly hasLines: boolean;
  private readonly most: number;

  /** `hasLines` is false for binaries, whose records have no line; `most` values are held before rows are thinned. */
  constructor(hasLines = true, most = MAX_CELLS) {
    this.hasLines = hasLines;
    this.most = most;
  }

  /** Starts the next record at this 1-based line and column; false when the table is thinned and it is left out. */
  beginRow(line: number, column: number): boolean {
    if (this.cells + this.textCells >= this.most || this.rowCount >= MAX_ROWS) this.thin();
    if (!this.thinning.takes()) return false;
    if (this.rowCount === this.lines.length) this.growRows();
    this.lines[this.rowCount] = line;
    this.columns[this.rowCount] = column;
    if (column !== 1) this.columnsMatter = true;
    this.rowCount++;
    this.last = null;
    return true;
  }

  /** A number of the current record, NaN and infinities as logged. */
  number(key: string, value: number): void {
    const column = this.columnOf(key);
    if (column?.push(this.rowCount - 1, value) === true) this.cells++;
  }

  /** All numbers of one record at once, column by column; the columns are `columnsFor` its keys. */
  addRow(columns: readonly GrowingNumbers[], values: Float64Array, line: number): void {
    if (!this.beginRow(line, 1)) return;
    const row = this.rowCount - 1;
    for (let i = 0; i < columns.length; i++) if (columns[i]?.push(row, values[i] ?? NaN)) this.cells++;
  }

  /** The columns of these keys where all hold numbers already, null otherwise. */
  columnsFor(keys: readonly string[]): readonly GrowingNumbers[] | null {
    const columns = keys.map((key) => this.numbers.get(key));
    return columns.every((column) => column !== undefined) ? columns : null;
  }

  /** True when this key has held a number before. */
  hasNumber(key: string): boolean {
    return this.numbers.has(key);
  }

  /** A text of the current record; texts too long to be a name are noted as skipped. */
  text(key: string, value: string): void {
    if (value.length > MAX_TEXT_LENGTH || this.textTotal >= MAX_TEXT_TOTAL) {
      this.skip(key);
      return;
    }
    const column = this.textsOf(key);
    if (column === null) return;
    if (column.push(this.rowCount - 1, this.intern(value))) this.textCells++;
  }

  /**
   * Keeps, where the table is large, the number columns that are wanted, and lets go of all others, those to come included.
   * Without that a log of many keys would be thinned at MAX_CELLS.
   */
  narrow(wanted: WantedKeys): void {
    if (this.cells < NARROW_CELLS || this.cells < this.narrowedAt * 2) return;
    this.narrowedAt = this.cells;
    const keys = [...this.numbers.keys()];
    const kept = wanted(keys);
    for (const key of keys) {
      if (kept.has(key)) continue;
      this.letGo([key]);
      this.narrowed.add(key);
    }
    this.narrowedAt = Math.max(NARROW_CELLS / 2, this.cells);
  }

  /** Lets go of the values under these keys, now and later: they stay columns, without values. */
  letGo(keys: Iterable<string>): void {
    for (const key of keys) {
      const column = this.numbers.get(key);
      this.cells -= column?.size ?? 0;
      column?.close();
    }
  }

  /** Lets go of every column that nobody wants. */
  keepOnly(wanted: WantedKeys): void {
    const kept = this.wantedOf(wanted);
    this.letGo([...this.numbers.keys()].filter((key) => !kept.has(key)));
  }

  /** Of the columns of numbers those that are wanted, all where nothing is said. */
  wantedOf(wanted: WantedKeys | undefined): ReadonlySet<string> {
    const keys = [...this.numbers.keys()];
    return wanted?.(keys) ?? new Set(keys);
  }

  /** Takes back every number under this key. */
  dropNumbers(key: string): void {
    if (this.numbers.delete(key)) this.last = null;
  }

  /** Says that the values under this key are no numbers (lists, prose) and were left out. */
  skip(key: string): void {
    if (this.skipped.size < MAX_COLUMNS && key.length <= MAX_KEY_LENGTH) this.skipped.add(key);
  }

  /** Records so far. */
  get size(): number {
    return this.rowCount;
  }

  /** Numbers held in all columns. */
  get cellCount(): number {
    return this.cells;
  }

  /** Keys whose values were left out as lists or prose, in order of first appearance. */
  skippedKeys(): readonly string[] {
    return [...this.skipped];
  }

  /** The table as it stands; the builder may go on growing. */
  table(): LogTable {
    const everyRow = countUp(this.rowCount);
    const numbers = new Map<string, NumberColumn>();
    for (const [key, column] of this.numbers)
      if (!this.narrowed.has(key)) numbers.set(key, column.snapshot(everyRow));
    const texts = new Map<string, TextColumn>();
    for (const [key, column] of this.texts) texts.set(key, column.snapshot());
    return {
      rowCount: this.rowCount,
      ...(this.thinning.level === 0 ? {} : { oneOf: 2 ** this.thinning.level }),
      lines: this.hasLines ? this.lines.slice(0, this.rowCount) : null,
      columns: this.hasLines && this.columnsMatter ? this.columns.slice(0, this.rowCount) : null,
      numbers,
      texts,
    };
  }

  /** One sentence for each limit reached and for values left out. */
  notes(): string[] {
    const notes: string[] = [];
    if (this.skipped.size > 0) notes.push(t('Not numbers, left out: {0}.', listed([...this.skipped], 8)));
    if (this.narrowed.size > 0)
      notes.push(
        t(
          'More than {0} values: of {1} columns the {2} that mean something were kept.',
          ...[NARROW_CELLS, this.numbers.size, this.numbers.size - this.narrowed.size],
        ),
      );
    if (this.keysRefused > 0)
      notes.push(
        t(
          'More than {0} keys (or keys over {1} characters): {2} values under others left out.',
          ...[MAX_COLUMNS, MAX_KEY_LENGTH, this.keysRefused],
        ),
      );
    const { level, count } = this.thinning;
    if (level > 0)
      notes.push(thinnedNote(t('{0} rows, more than can be held, {1} kept', count, this.rowCount), level));
    if (this.textTotal >= MAX_TEXT_TOTAL) notes.push(t('Too much text: further text values left out.'));
    return notes;
  }

  /** Halves the rows, evenly over the log, and takes half as many from here on. */
  private thin(): void {
    const level = this.thinning.thin();
    for (const column of this.numbers.values()) column.thin(level);
    for (const column of this.texts.values()) column.thin(level);
    let kept = 0;
    for (let row = 0; row < this.rowCount; row++) {
      if (!winsPair(row, level)) continue;
      this.lines[kept] = this.lines[row] ?? 0;
      this.columns[kept++] = this.columns[row] ?? 0;
    }
    this.rowCount = kept;
    this.cells = cellsIn(this.numbers.values());
    this.textCells = cellsIn(this.texts.values());
  }

  private columnOf(key: string): GrowingNumbers | null {
    const guess = this.last === null ? null : this.last.next;
    if (guess !== null && guess.key === key) return (this.last = guess);
    const column = this.numbers.get(key) ?? this.addColumn(key);
    if (column === null) return null;
    if (this.last !== null) this.last.next = column;
    return (this.last = column);
  }

  private addColumn(key: string): GrowingNumbers | null {
    if (this.isRefused(key)) return null;
    const column = new GrowingNumbers(key);
    this.numbers.set(key, column);
    return column;
  }

  private textsOf(key: string): GrowingTexts | null {
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    if (this.isRefused(key)) return null;
    const column = new GrowingTexts(key);
    this.texts.set(key, column);
    return column;
  }

  private isRefused(key: string): boolean {
    if (key.length <= MAX_KEY_LENGTH && this.numbers.size + this.texts.size < MAX_COLUMNS) return false;
    this.keysRefused++;
    return true;
  }

  /** Equal texts share one copy, cut loose from the chunk it was read in (a slice would keep a megabyte alive). */
  private intern(value: string): string {
    const known = this.interned.get(value);
    if (known !== undefined) return known;
    const own = Array.from(value).join('');
    this.textTotal += own.length;
    this.interned.set(own, own);
    return own;
  }

  private growRows(): void {
    const lines = new Int32Array(this.lines.length * 2);
    const columns = new Int32Array(this.lines.length * 2);
    lines.set(this.lines);
    columns.set(this.columns);
    this.lines = lines;
    this.columns = columns;
  }
}

function cellsIn(columns: Iterable<{ readonly size: number }>): number {
  let cells = 0;
  for (const { size } of columns) cells += size;
  return cells;
}
