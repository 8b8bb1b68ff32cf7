import { t } from '@vscode/l10n';
import { CsvNumberRow } from './csvNumberRow';
import { CsvRecord, fitsHeader, parseCsvNumber } from './csvRecord';
import type { CsvDialect } from './csvRecord';
import { MAX_QUOTED_LENGTH, MAX_RECORD_BYTES } from './limits';
import { LineSplitter } from './lineSplitter';
import type { LineSink } from './lineSplitter';
import { MalformedCount } from './logReader';
import type { LogReader, ReaderOutcome } from './logReader';
import { TableBuilder } from './tableBuilder';

/** Rows in surplus over plain ones after which plain ones are no longer looked for. */
const PATIENCE = 64;

interface Line {
  readonly text: string;
  readonly number: number;
  readonly terminated: boolean;
}

/**
 * CSV and TSV with a header row. Our own reader rather than a package because records need their line numbers, bytes
 * come in chunks and cells go straight into number columns. Quoted cells may hold delimiters and line ends; a row with
 * more or fewer cells than the header is counted and used as far as its cells have a name.
 */
export class CsvReader implements LogReader, LineSink {
  readonly table = new TableBuilder();
  private readonly dialect: CsvDialect;
  private readonly lines = new LineSplitter(this);
  private readonly malformed = new MalformedCount();
  private parser: CsvRecord;
  private header: readonly string[] | null = null;
  private plain: CsvNumberRow | null = null;
  private misses = 0;
  private open: Line[] = [];
  private openLength = 0;
  private ragged = 0;
  private unfinished = false;

  constructor(dialect: CsvDialect) {
    this.dialect = dialect;
    this.parser = new CsvRecord(dialect.delimiter);
  }

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** A last row that has no end and too few cells is unfinished, and so is an open quote. */
  finish(): ReaderOutcome {
    this.lines.finish();
    if (this.open.length > 0) this.endOpen();
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished: this.unfinished,
      header: new Map(),
      notes: [...this.raggedNote(), ...this.malformed.notes(MAX_RECORD_BYTES >> 20), ...this.table.notes()],
    };
  }

  /** Called by the splitter; joins lines while a quote is open. */
  line(text: string, number: number, terminated: boolean): void {
    if (this.open.length === 0 && !text.includes('"')) {
      if (text.trim() !== '') this.record(text.split(this.dialect.delimiter), number, terminated);
      return;
    }
    const first = this.open[0]?.number ?? number;
    this.open.push({ text, number, terminated });
    this.openLength += text.length;
    const cells = this.parser.feed(text);
    if (cells !== null) {
      this.open = [];
      this.openLength = 0;
      this.record(cells, first, terminated);
    } else if (this.openLength > MAX_QUOTED_LENGTH) this.dropStrayQuote();
  }

  /** Called by the splitter: most rows are plain numbers, which need no strings. */
  takeBytes(bytes: Uint8Array, start: number, line: number): number {
    const { header, plain } = this;
    if (header === null || plain === null || this.open.length > 0) return -1;
    const next = plain.read(bytes, start);
    this.misses = Math.max(0, this.misses + (next < 0 ? 1 : -1));
    if (next < 0 || !this.table.beginRow(line, 1)) return next;
    for (let i = 0; i < header.length; i++) {
      const key = header[i] ?? '';
      if (plain.filled[i] === 1 && key !== '') this.table.number(key, plain.values[i] ?? NaN);
    }
    return next;
  }

  /** Called by the splitter: a table with a text in every row is better read as text. */
  get wantsBytes(): boolean {
    return this.misses < PATIENCE;
  }

  /** Called by the splitter. */
  tooLong(number: number): void {
    this.malformed.addTooLong(number);
    if (this.open.length > 0) this.dropStrayQuote();
  }

  /** A quote that never closes is a stray one: its line is given up, the lines it swallowed are read after all. */
  private dropStrayQuote(): void {
    const swallowed = this.takeOpen();
    for (const [index, line] of swallowed.entries())
      if (index === 0) this.malformed.add(line.number);
      else this.line(line.text, line.number, line.terminated);
  }

  /** At the end of the file an open quote is a row being written, unless what it swallowed looks like rows. */
  private endOpen(): void {
    const width = this.header?.length ?? 0;
    const rows = this.open
      .slice(1)
      .filter((line) => line.text.split(this.dialect.delimiter).length === width);
    if (width > 1 && rows.length * 2 > this.open.length) this.dropStrayQuote();
    for (const [index, line] of this.takeOpen().entries()) {
      if (index === 0) this.malformed.add(line.number);
      this.unfinished = true;
    }
  }

  private takeOpen(): Line[] {
    const lines = this.open;
    this.open = [];
    this.openLength = 0;
    this.parser = new CsvRecord(this.dialect.delimiter);
    return lines;
  }

  private record(cells: readonly string[], line: number, terminated: boolean): void {
    const header = this.header;
    if (header === null) {
      this.header = cells.map((cell) => cell.trim());
      this.plain = new CsvNumberRow(cells.length, this.dialect.delimiter);
      return;
    }
    if (cells.length < header.length && !terminated) {
      this.malformed.add(line);
      this.unfinished = true;
      return;
    }
    if (!fitsHeader(cells, header.length)) this.ragged++;
    if (this.table.beginRow(line, 1)) this.addCells(header, cells);
  }

  private addCells(header: readonly string[], cells: readonly string[]): void {
    const count = Math.min(header.length, cells.length);
    for (let i = 0; i < count; i++) {
      const key = header[i] ?? '';
      const cell = cells[i] ?? '';
      if (cell === '' || key === '') continue;
      const number = parseCsvNumber(cell, this.dialect);
      if (number !== null) this.table.number(key, number);
      else if (cell.trim() !== '') this.table.text(key, cell.trim());
    }
  }

  private raggedNote(): string[] {
    if (this.ragged === 0) return [];
    return [
      t('{0} rows have more or fewer cells than the header; their named cells were used.', this.ragged),
    ];
  }
}
