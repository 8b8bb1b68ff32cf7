import { parseNumber } from '../parseNumber';
import { TableBuilder } from '../tableBuilder';

const TOKEN = /<(\/?)(table|tr|th|td)\b[^>]*>|([^<]+)|</gi;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

/**
 * Tables in HTML that comes in pieces: the head row names the columns, every other row is a record. A text that is no number
 * ("No Log", which transformers writes for a missing value) is no cell. Only tags of tables are looked at.
 */
export class HtmlTables {
  /** The tables so far, in the order of the text. */
  readonly tables: TableBuilder[] = [];
  private header: string[] | null = null;
  private cells: string[] = [];
  private isCell = false;
  private rowLine = 1;

  /** The next piece; `line` is where it stands in the file. */
  push(html: string, line: number): void {
    for (const match of html.matchAll(TOKEN)) {
      const text = match.at(3);
      if (text !== undefined) this.addText(text);
      else if (match.at(2) !== undefined)
        this.tag((match.at(2) ?? '').toLowerCase(), match.at(1) === '/', line);
    }
  }

  private tag(name: string, isEnd: boolean, line: number): void {
    if (name === 'table') this.header = null;
    else if (name === 'tr' && isEnd) this.endRow();
    else if (name === 'tr') this.startRow(line);
    else {
      this.isCell = !isEnd;
      if (isEnd) return;
      this.cells.push('');
    }
  }

  private addText(text: string): void {
    if (this.isCell) this.cells[this.cells.length - 1] += text;
  }

  private startRow(line: number): void {
    this.cells = [];
    this.isCell = false;
    this.rowLine = line;
  }

  private endRow(): void {
    const cells = this.cells.map((cell) => plain(cell));
    this.startRow(this.rowLine);
    if (this.header === null) this.startTable(cells);
    else this.addRow(this.header, cells);
  }

  private startTable(cells: readonly string[]): void {
    this.header = cells.map((name) => name.replaceAll(' / ', '/'));
    this.tables.push(new TableBuilder());
  }

  private addRow(header: readonly string[], cells: readonly string[]): void {
    const table = this.tables.at(-1);
    if (table?.beginRow(this.rowLine, 1) !== true) return;
    cells.forEach((cell, i) => {
      const key = header[i] ?? '';
      const number = parseNumber(cell);
      if (key !== '' && number !== null) table.number(key, number);
    });
  }
}

function plain(cell: string): string {
  return cell.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES.get(entity) ?? entity).trim();
}
