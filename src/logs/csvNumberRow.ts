import { NumberScanner } from './numberScanner';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Reads a row of plain numbers and empty cells straight from bytes; any other row is left to the full reader. */
export class CsvNumberRow {
  readonly values: Float64Array;
  /** 1 where the cell held a number, 0 where it was empty. */
  readonly filled: Uint8Array;
  private readonly delimiter: number;
  private readonly scanner = new NumberScanner();

  constructor(width: number, delimiter: string) {
    this.values = new Float64Array(width);
    this.filled = new Uint8Array(width);
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Gives where the next line starts when the row has as many cells as the header, all plain; −1 otherwise. */
  read(bytes: Uint8Array, start: number): number {
    const { values, filled, scanner, delimiter } = this;
    const last = values.length - 1;
    let at = start;
    for (let cell = 0; cell <= last; cell++) {
      const isEmpty = bytes[at] === delimiter || (cell > 0 && isLineEnd(bytes[at]));
      filled[cell] = isEmpty ? 0 : 1;
      if (!isEmpty) {
        values[cell] = scanner.scan(bytes, at);
        at = scanner.end;
        if (at < 0) return -1;
      }
      if (cell < last && bytes[at++] !== delimiter) return -1;
    }
    if (bytes[at] === CARRIAGE_RETURN) at++;
    return bytes[at] === NEWLINE ? at + 1 : -1;
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === NEWLINE || byte === CARRIAGE_RETURN;
}
