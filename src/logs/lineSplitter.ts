import { DECODE_BYTES, MAX_RECORD_BYTES } from './limits';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;

/** What becomes of the lines; numbers are 1-based. */
export interface LineSink {
  /** One line without its end (\n or \r\n). `terminated` is false for a last line that has no end. */
  line(text: string, number: number, terminated: boolean): void;
  /** A line longer than MAX_RECORD_BYTES; its bytes are not kept. */
  tooLong(number: number): void;
  /**
   * Offered every line that lies in one piece as bytes, before it is decoded: gives where the next line starts if it takes
   * this one, −1 if not.
   */
  takeBytes?(bytes: Uint8Array, start: number, number: number): number;
  /** False once offering bytes is not worth while. */
  readonly wantsBytes?: boolean;
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
    for (let at = 0; at < chunk.length; at += DECODE_BYTES)
      this.pushBlock(chunk.subarray(at, at + DECODE_BYTES));
  }

  /** The end of the file: what is left is a last line without an end. */
  finish(): void {
    if (this.skipping) this.sink.tooLong(this.number);
    else if (this.pendingBytes > 0)
      this.emit(this.decoder.decode(this.takePending(new Uint8Array(0))), false);
  }

  private pushBlock(block: Uint8Array): void {
    const last = block.lastIndexOf(NEWLINE);
    if (last < 0) {
      this.keep(block);
      return;
    }
    const from = this.skipping || this.pendingBytes > 0 ? this.endPending(block) : 0;
    this.splitBlock(block.subarray(from, last + 1));
    this.keep(block.subarray(last + 1));
  }

  /** Ends the line that began in earlier blocks; gives where the next line starts. */
  private endPending(block: Uint8Array): number {
    const end = block.indexOf(NEWLINE);
    if (this.skipping) {
      this.skipping = false;
      this.sink.tooLong(this.number++);
    } else this.splitBlock(this.takePending(block.subarray(0, end + 1)));
    return end + 1;
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

  private takePending(tail: Uint8Array): Uint8Array {
    const joined = new Uint8Array(this.pendingBytes + tail.length);
    let at = 0;
    for (const piece of this.pending) {
      joined.set(piece, at);
      at += piece.length;
    }
    joined.set(tail, at);
    this.pending = [];
    this.pendingBytes = 0;
    return joined;
  }

  private splitBlock(block: Uint8Array): void {
    const rest = this.offerBytes(block);
    const text = this.decoder.decode(block.subarray(rest));
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.emit(text.slice(start, end), true);
      start = end + 1;
    }
  }

  /** Gives where the lines begin that the sink does not want as bytes any more. */
  private offerBytes(block: Uint8Array): number {
    const { sink } = this;
    let start = 0;
    while (start < block.length && sink.takeBytes !== undefined && sink.wantsBytes !== false) {
      const next = sink.takeBytes(block, start, this.number);
      if (next >= 0) {
        this.number++;
        start = next;
        continue;
      }
      const end = block.indexOf(NEWLINE, start);
      this.emit(this.decoder.decode(block.subarray(start, end)), true);
      start = end + 1;
    }
    return start;
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
