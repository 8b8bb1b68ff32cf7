import { CsvRecord, fitsHeader, parseCsvNumber } from './csvRecord';
import type { CsvDialect } from './csvRecord';
import { LINE_END } from './lineSplitter';
import { parseNumber } from './parseNumber';

const RECORDS_JUDGED = 32;
const DELIMITERS = [',', ';', '\t'] as const;

/** A table's carrier and how it is written. */
export interface CsvRecognition {
  readonly format: 'csv' | 'tsv';
  readonly dialect: CsvDialect;
}

/**
 * The delimiter under which a text is a table: a header of names, rows of the same width, and a column of numbers. Null
 * where no delimiter does, so that prose with commas is not taken for a table. The one with the widest header wins.
 */
export function recogniseCsv(text: string): CsvRecognition | null {
  let best: CsvRecognition | null = null;
  let width = 0;
  for (const delimiter of DELIMITERS) {
    const dialect: CsvDialect = { delimiter, decimalComma: delimiter !== ',' };
    const records = firstRecords(text, dialect);
    const header = records[0] ?? [];
    if (header.length <= width || !isTable(header, records.slice(1), dialect)) continue;
    width = header.length;
    best = { format: delimiter === '\t' ? 'tsv' : 'csv', dialect };
  }
  return best;
}

function firstRecords(text: string, dialect: CsvDialect): string[][] {
  const lines = text.split(LINE_END, RECORDS_JUDGED * 4);
  const records: string[][] = [];
  const record = new CsvRecord(dialect.delimiter);
  for (const line of lines) {
    if (records.length >= RECORDS_JUDGED) break;
    if (line.trim() === '') continue;
    const cells = record.feed(line);
    if (cells !== null) records.push(cells);
  }
  return records;
}

function isTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  dialect: CsvDialect,
): boolean {
  const named = header.filter((name) => name.trim() !== '' && parseNumber(name) === null).length;
  if (rows.length === 0 || named * 2 <= header.length) return false;
  const whole = rows.filter((row) => fitsHeader(row, header.length));
  if (header.length === 1) return isLoneColumn(header[0] ?? '', whole, dialect);
  if (whole.length === 0 || whole.length < (rows.length - 1) * 0.7) return false;
  return header.some((_, column) => isNumeric(whole, column, dialect));
}

function isLoneColumn(name: string, rows: readonly (readonly string[])[], dialect: CsvDialect): boolean {
  const isName = /^[A-Za-z_][\w ./@-]*$/.test(name.trim());
  return isName && rows.length >= 2 && rows.every((row) => parseCsvNumber(row[0] ?? '', dialect) !== null);
}

function isNumeric(rows: readonly (readonly string[])[], column: number, dialect: CsvDialect): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  const numbers = cells.filter((cell) => parseCsvNumber(cell, dialect) !== null).length;
  return numbers > 0 && numbers * 2 >= cells.length;
}
