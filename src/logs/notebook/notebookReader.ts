import { ConsoleReader } from '../console/consoleReader';
import { JsonScanner } from '../json/jsonScanner';
import type { JsonSink } from '../json/jsonScanner';
import { MalformedCount } from '../logReader';
import type { LogReader, ReaderOutcome } from '../logReader';
import type { LogPart } from '../logTable';
import { TableBuilder } from '../tableBuilder';
import { CellSource } from './cellSource';
import { HtmlTables } from './htmlTables';

/** What the outputs of one cell hold. */
interface Cell {
  readonly name: string;
  readonly html: HtmlTables;
  readonly console: ConsoleReader;
  /** The end of a printed line is still to come. */
  rest: { readonly text: string; readonly line: number } | null;
}

/**
 * Jupyter notebooks: the table that transformers' Trainer draws as HTML, and what a cell printed, read as a console. Each
 * cell is a run of its own; lines are those of the .ipynb file. Of the source code only the plain arguments of a
 * `GRPOConfig(…)` are kept, of pictures nothing.
 */
export class NotebookReader implements LogReader, JsonSink {
  private readonly scanner = new JsonScanner(this);
  private readonly malformed = new MalformedCount();
  private readonly none = new TableBuilder();
  private readonly cells: Cell[] = [];
  private readonly source = new CellSource();
  private path: string[] = [];
  private nextKey = '';

  /** The first table with a record. */
  get table(): TableBuilder {
    const tables = this.cells.flatMap(({ html, console }) => [...html.tables, console.table]);
    return tables.find((table) => table.size > 0) ?? this.none;
  }

  /** Per cell its drawn tables, then what it printed. */
  parts(): readonly LogPart[] {
    return this.cells.flatMap(({ name, html, console }) => {
      const drawn = html.tables.filter((table) => table.size > 0);
      return [
        ...drawn.map((table, i) => ({ path: [name, `table ${i + 1}`], table: table.table() })),
        ...console.parts().map(({ path, table }) => ({ path: [name, ...path], table })),
      ];
    });
  }

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
  }

  /** A notebook that is not closed is cut off; its cells so far are used. */
  finish(): ReaderOutcome {
    for (const cell of this.cells) {
      this.endLine(cell);
      cell.console.finish();
    }
    this.source.endCell();
    const { header, lines } = this.source.facts();
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished: this.scanner.depth > 0,
      header,
      headerLines: lines,
      notes: this.table.notes(),
    };
  }

  /** Called by the scanner. */
  get wantsText(): boolean {
    return this.place(this.nextKey) !== null;
  }

  /** Called by the scanner. */
  open(): void {
    const isCell = this.path.length === 2 && this.path.at(1) === 'cells';
    if (isCell) this.startCell();
    this.path.push(this.nextKey);
    this.nextKey = '';
  }

  /** Called by the scanner. */
  close(): void {
    this.path.pop();
    this.nextKey = '';
  }

  /** Called by the scanner. */
  key(name: string): void {
    this.nextKey = name;
  }

  /** Called by the scanner. */
  value(text: string, isString: boolean, line: number): void {
    if (!isString) return;
    const place = this.place(this.nextKey);
    const cell = this.cells.at(-1);
    if (place === null || cell === undefined) return;
    if (place === 'html') cell.html.push(text, line);
    else if (place === 'source') this.source.push(text, line);
    else if (place === 'type') this.source.type(text);
    else this.print(cell, text, line);
  }

  /** Called by the scanner: nothing stands outside. */
  outside(): void {
    this.nextKey = '';
  }

  /** Called by the scanner. */
  broken(line: number): void {
    this.malformed.add(line);
    this.path = [];
    this.nextKey = '';
  }

  private startCell(): void {
    this.source.endCell();
    const name = `cell ${this.cells.length + 1}`;
    this.cells.push({ name, html: new HtmlTables(), console: new ConsoleReader(), rest: null });
  }

  /** Which part of a cell a string is: its key, or that of the list it stands in. */
  private place(key: string): 'html' | 'print' | 'source' | 'type' | null {
    const name = key === '' ? (this.path.at(-1) ?? '') : key;
    const depth = this.path.at(1) === 'cells' ? this.path.length + (key === '' ? 0 : 1) : 0;
    if (depth === 4 && name === 'cell_type') return 'type';
    if (depth === 4 && name === 'source') return 'source';
    if (!this.path.includes('outputs')) return null;
    if (name === 'text/html') return 'html';
    return name === 'text' ? 'print' : null;
  }

  private print(cell: Cell, text: string, line: number): void {
    const lines = text.split(/\r\n|\r|\n/);
    const last = lines.pop() ?? '';
    for (const whole of lines) {
      cell.rest = { text: (cell.rest?.text ?? '') + whole, line: cell.rest?.line ?? line };
      this.endLine(cell);
    }
    if (last !== '') cell.rest = { text: (cell.rest?.text ?? '') + last, line: cell.rest?.line ?? line };
  }

  private endLine(cell: Cell): void {
    if (cell.rest !== null) cell.console.line(cell.rest.text, cell.rest.line);
    cell.rest = null;
  }
}
