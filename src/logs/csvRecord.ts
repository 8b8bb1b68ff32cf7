import { parseNumber } from './parseNumber';

/** How a table separates its cells and writes its decimals. */
export interface CsvDialect {
  readonly delimiter: ',' | ';' | '\t';
  /** True where "0,31" means 0.31 (spreadsheets that separate cells with ";" or tabs). */
  readonly decimalComma: boolean;
}

/**
 * One record by RFC 4180, fed line by line: cells may be quoted and hold delimiters and line ends, a doubled quote stands
 * for one, text after a closing quote is kept as it is. Every character is looked at once, however long the record.
 */
export class CsvRecord {
  private readonly delimiter: string;
  private cells: string[] = [];
  private quoted: string[] | null = null;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** The cells when this line completes the record, null while a quote is open. */
  feed(line: string): string[] | null {
    let at = 0;
    while (at <= line.length) {
      const start = this.quoted === null && line[at] === '"' ? at + 1 : at;
      const inQuotes = this.quoted !== null || start > at;
      if (inQuotes) {
        const close = closingQuote(line, start);
        this.quoted ??= [];
        this.quoted.push(line.slice(start, close < 0 ? line.length : close));
        if (close < 0) return null;
        at = close + 1;
      }
      const stop = line.indexOf(this.delimiter, at);
      this.endCell(line.slice(at, stop < 0 ? line.length : stop));
      at = stop < 0 ? line.length + 1 : stop + 1;
    }
    const cells = this.cells;
    this.cells = [];
    return cells;
  }

  private endCell(rest: string): void {
    const quoted = this.quoted === null ? '' : this.quoted.join('\n').replaceAll('""', '"');
    this.cells.push(quoted + rest);
    this.quoted = null;
  }
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}

/** Whether a row has the header's cells; an empty one more comes from a delimiter at the end of every line. */
export function fitsHeader(cells: readonly string[], width: number): boolean {
  return cells.length === width || (cells.length === width + 1 && cells.at(-1) === '');
}

/** A cell's number, or null; see `parseNumber`. */
export function parseCsvNumber(cell: string, dialect: CsvDialect): number | null {
  const number = parseNumber(cell);
  if (number !== null || !dialect.decimalComma) return number;
  return /^\s*[+-]?\d*,\d+(?:[eE][+-]?\d+)?\s*$/.test(cell) ? parseNumber(cell.replace(',', '.')) : null;
}
