import { MAX_RECORD_BYTES } from './limits';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;

/** What becomes of the lines; numbers are 1-based. */
export interface LineSink {
  /** One line without its end (\n or \r\n). `terminated` is false for a last line that has no end. */
  line(text: string, number: number, terminated: boolean): void;
  /** A line longer than MAX_RECORD_BYTES; its bytes are not kept. */
  tooLong(number: number): void;
}

/**
 * Cuts bytes into lines, whatever the chunks: a chunk is decoded up to its last newline as a whole (0x0A is never
 * part of a longer UTF-8 sequence), the rest waits as bytes, so no character and no \r\n is ever split.
 */
export class LineSplitter {
  private readonly sink: LineSink;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private skipping = false;
  private number = 1;

  constructor(sink: LineSink) {
    this.sink = sink;
  }

  /** The next bytes of the file; the sink is called for every line they complete. */
  push(chunk: Uint8Array): void {
    const last = chunk.lastIndexOf(NEWLINE);
    if (last < 0) {
      this.keep(chunk);
      return;
    }
    let complete = chunk.subarray(0, last + 1);
    if (this.skipping) complete = this.endSkipped(complete);
    this.splitBlock(this.withPending(complete));
    this.keep(chunk.subarray(last + 1));
  }

  /** The end of the file: what is left is a last line without an end. */
  finish(): void {
    if (this.skipping) this.sink.tooLong(this.number);
    else if (this.pendingBytes > 0)
      this.emit(this.decoder.decode(this.withPending(new Uint8Array(0))), false);
    this.pending = [];
    this.pendingBytes = 0;
  }

  /** Line numbers of what was seen so far: the line that the next byte belongs to. */
  get currentLine(): number {
    return this.number;
  }

  private keep(rest: Uint8Array): void {
    if (this.skipping || rest.length === 0) return;
    this.pendingBytes += rest.length;
    if (this.pendingBytes > MAX_RECORD_BYTES) {
      this.skipping = true;
      this.pending = [];
      this.pendingBytes = 0;
    } else this.pending.push(rest.slice());
  }

  private endSkipped(complete: Uint8Array): Uint8Array {
    this.skipping = false;
    this.sink.tooLong(this.number++);
    return complete.subarray(complete.indexOf(NEWLINE) + 1);
  }

  private withPending(complete: Uint8Array): Uint8Array {
    if (this.pendingBytes === 0) return complete;
    const joined = new Uint8Array(this.pendingBytes + complete.length);
    let at = 0;
    for (const piece of this.pending) {
      joined.set(piece, at);
      at += piece.length;
    }
    joined.set(complete, at);
    this.pending = [];
    this.pendingBytes = 0;
    return joined;
  }

  private splitBlock(block: Uint8Array): void {
    const text = this.decoder.decode(block);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.emit(text.slice(start, end), true);
      start = end + 1;
    }
  }

  private emit(line: string, terminated: boolean): void {
    const number = this.number++;
    if (line.length * 3 > MAX_RECORD_BYTES && utf8Length(line) > MAX_RECORD_BYTES) {
      this.sink.tooLong(number);
      return;
    }
    const from = number === 1 && line.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    const to = line.charCodeAt(line.length - 1) === CARRIAGE_RETURN ? line.length - 1 : line.length;
    this.sink.line(from === 0 && to === line.length ? line : line.slice(from, to), number, terminated);
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
