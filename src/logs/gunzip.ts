import { DECODE_BYTES, MAX_INFLATE_RATIO, MAX_INFLATED_FREE } from './limits';

/** Whether bytes begin as a gzip file does (RFC 1952: two magic bytes, method "deflate"). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** How a packed file ended. */
export type GunzipEnd = 'whole' | 'cut-off' | 'damaged' | 'too-large' | 'stopped';

/**
 * Unpacks a gzip file piece by piece; what is unpacked goes to `sink`, which says whether it wants more. Never throws:
 * `end` tells how it went, and everything before a fault has been handed on. A file that unpacks to far more than a log
 * does is given up, so that a small file cannot cost hours.
 */
export class Gunzip {
  private readonly stream = new DecompressionStream('gzip');
  private readonly writer = this.stream.writable.getWriter();
  private readonly reader = this.stream.readable.getReader();
  private readonly reading: Promise<void>;
  private readonly sink: (bytes: Uint8Array) => boolean;
  private packed = 0;
  private unpacked = 0;
  private fault: GunzipEnd | null = null;

  constructor(sink: (bytes: Uint8Array) => boolean) {
    this.sink = sink;
    this.reading = this.pump();
  }

  /** False once nothing more can come of further bytes. */
  get isOpen(): boolean {
    return this.fault === null;
  }

  /** The next packed bytes; resolves once they are unpacked. Small pieces: a fault costs the piece it is in. */
  async push(chunk: Uint8Array): Promise<void> {
    for (let at = 0; at < chunk.length && this.isOpen; at += DECODE_BYTES) {
      const piece = chunk.slice(at, at + DECODE_BYTES);
      this.packed += piece.length;
      await this.writer.write(piece).catch(() => this.fail('damaged'));
    }
  }

  /** The end of the file. */
  async end(): Promise<GunzipEnd> {
    if (this.isOpen) await this.writer.close().catch(() => this.fail('cut-off'));
    await this.reading;
    return this.fault ?? 'whole';
  }

  private async pump(): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await this.reader.read();
        if (done || value === undefined) return;
        this.unpacked += value.length;
        const wanted = this.sink(value);
        if (!wanted) this.fail('stopped');
        else if (this.isBomb()) this.fail('too-large');
        if (this.fault !== null) {
          await this.reader.cancel();
          return;
        }
      }
    } catch {
      // The writer learns of the same fault, and knows whether the file had ended.
    }
  }

  private isBomb(): boolean {
    return this.unpacked > MAX_INFLATED_FREE && this.unpacked > this.packed * MAX_INFLATE_RATIO;
  }

  private fail(why: GunzipEnd): void {
    this.fault ??= why;
  }
}
