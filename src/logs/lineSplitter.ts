import { DECODE_BYTES, MAX_RECORD_BYTES } from './limits';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;
/** What ends a line of a text, as `LineSplitter` cuts bytes. */
export const LINE_END = /\r\n?|\n/;

const RETURN = Uint8Array.of(CARRIAGE_RETURN);

/** What becomes of the lines; numbers are 1-based. */
export interface LineSink {
  /** One line without its end (\n, \r\n or a lone \r). `terminated` is false for a last line that has no end. */
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
 * Cuts bytes into lines, whatever the chunks. A lone \r ends a line as \n does: so editors count (VS Code's
 * createLineStarts), and a progress bar draws a line anew behind it. A chunk is decoded up to its last line end as a
 * whole (an end is never part of a longer UTF-8 sequence), the rest waits as bytes, so no character and no \r\n is ever split.
 */
export class LineSplitter {
  private readonly sink: LineSink;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private skipping = false;
  /** A \r came last: what follows decides whether it is half of \r\n. */
  private isReturnHeld = false;
  private number = 1;

  constructor(sink: LineSink) {
    this.sink = sink;
  }

  /** The next bytes of the file; the sink is called for every line they complete. */
  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += DECODE_BYTES)
      this.pushBlock(this.withHeldReturn(chunk.subarray(at, at + DECODE_BYTES)));
  }

  /** The end of the file: what is left is a last line without an end. */
  finish(): void {
    if (this.isReturnHeld) this.pushBlock(RETURN);
    this.isReturnHeld = false;
    if (this.skipping) this.sink.tooLong(this.number);
    else if (this.pendingBytes > 0)
      this.emit(this.decoder.decode(this.takePending(new Uint8Array(0))), false);
  }

  /** The block behind the \r that was held back, and without one that is to be held back. */
  private withHeldReturn(block: Uint8Array): Uint8Array {
    const wasHeld = this.isReturnHeld;
    this.isReturnHeld = block.at(-1) === CARRIAGE_RETURN;
    const sure = this.isReturnHeld ? block.subarray(0, -1) : block;
    if (!wasHeld) return sure;
    const joined = new Uint8Array(sure.length + 1);
    joined[0] = CARRIAGE_RETURN;
    joined.set(sure, 1);
    return joined;
  }

  private pushBlock(block: Uint8Array): void {
    const from = this.skipping || this.pendingBytes > 0 ? this.endPending(block) : 0;
    const newline = block.lastIndexOf(NEWLINE) + 1;
    const to = newline + block.subarray(newline).lastIndexOf(CARRIAGE_RETURN) + 1;
    if (to > from) this.splitBlock(block.subarray(from, to));
    this.keep(block.subarray(Math.max(from, to)));
  }

  /** Ends the line that began in earlier blocks; gives where the next line starts, 0 where it goes on. */
  private endPending(block: Uint8Array): number {
    const to = endOfFirstLine(block);
    if (to === 0) return 0;
    if (this.skipping) {
      this.skipping = false;
      this.sink.tooLong(this.number++);
    } else this.splitBlock(this.takePending(block.subarray(0, to)));
    return to;
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
    this.splitText(this.decoder.decode(block.subarray(this.offerBytes(block))));
  }

  /** Whole lines; where the text has no \r, it is looked for once only. */
  private splitText(text: string): void {
    let newline = text.indexOf('\n');
    let back = text.indexOf('\r');
    for (let start = 0; start < text.length;) {
      const end = back >= 0 && (newline < 0 || back < newline) ? back : newline;
      this.emit(text.slice(start, end), true);
      start = end === back && newline === end + 1 ? end + 2 : end + 1;
      if (newline < start && newline >= 0) newline = text.indexOf('\n', start);
      if (back < start && back >= 0) back = text.indexOf('\r', start);
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
      const end = block.indexOf(NEWLINE, start) + 1 || block.length;
      this.splitText(this.decoder.decode(block.subarray(start, end)));
      start = end;
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
    this.sink.line(from === 0 ? line : line.slice(from), number, terminated);
  }
}

/** 0 where the block has no line end. Its last byte is \r only at the end of the file. */
function endOfFirstLine(block: Uint8Array): number {
  const newline = block.indexOf(NEWLINE);
  const back = (newline < 0 ? block : block.subarray(0, newline)).indexOf(CARRIAGE_RETURN);
  if (back < 0) return newline + 1;
  return back + 1 === newline ? newline + 1 : back + 1;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
