import { BYTE_ORDER_MARK_LEAD, CARRIAGE_RETURN, NEWLINE } from './jsonBytes';

/**
 * The 1-based line and column of a byte as editors show them: \n, \r\n and a lone \r end a line, columns are UTF-16
 * units, a byte order mark has none.
 */
export class EditorPlace {
  line = 1;
  column = 1;
  private isReturn = false;

  /** Goes past this byte. */
  advance(byte: number): void {
    if (byte === NEWLINE || byte === CARRIAGE_RETURN) this.endLine(byte);
    else if ((byte & 0xc0) !== 0x80) {
      if (byte === BYTE_ORDER_MARK_LEAD && this.line === 1 && this.column === 1) return;
      this.column += byte >= 0xf0 ? 2 : 1;
    }
  }

  private endLine(byte: number): void {
    const isHalf = byte === NEWLINE && this.isReturn && this.column === 1;
    if (!isHalf) this.line++;
    this.column = 1;
    this.isReturn = byte === CARRIAGE_RETURN;
  }
}
