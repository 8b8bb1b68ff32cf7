import { ByteCollector } from './byteCollector';
import { CRC32_IEEE } from './crc32';
import { MAX_RECORD_BYTES } from './limits';
import type { RecordSink } from './tfeventsFramer';

/** ":W&B", a magic number and a version. */
const FILE_HEADER = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0x00] as const;

/** Blocks of the format, the first counted from the file's first byte. */
export const WANDB_BLOCK_BYTES = 32768;

const CHUNK_HEADER_BYTES = 7;
const TYPE = { full: 1, first: 2, middle: 3, last: 4 } as const;

/** Whether a file begins as W&B's transaction logs do (any version, so that a newer one is told from no log). */
export function isWandb(head: Uint8Array): boolean {
  return head.length >= 4 && FILE_HEADER.slice(0, 4).every((byte, i) => head[i] === byte);
}

/**
 * Cuts W&B's transaction log into records (log-formats.md §20.2): blocks of 32 KB as LevelDB has them, each a row of
 * chunks (CRC-32 of type and data, length, type), a record being one chunk or a first, middle ones and a last. A wrong
 * check costs the rest of its block and the record it belongs to; regions of zeros, left by a crash, cost nothing. Several
 * files may follow each other, each beginning where a block does.
 */
export class WandbFramer {
  /** Chunks whose check was wrong, and records that miss a part. */
  damaged = 0;
  /** Records over MAX_RECORD_BYTES. */
  tooLong = 0;
  /** Files that have begun. */
  files = 1;
  private readonly sink: RecordSink;
  private readonly block = new Uint8Array(WANDB_BLOCK_BYTES);
  private readonly pieces = new ByteCollector(MAX_RECORD_BYTES);
  /** Bytes in the block, and how many of them are read. */
  private filled = 0;
  private at: number = FILE_HEADER.length;
  private isOpen = false;
  private isBroken = false;

  constructor(sink: RecordSink) {
    this.sink = sink;
  }

  /** The next bytes; the sink is called for every record they complete. */
  push(chunk: Uint8Array): void {
    let from = 0;
    while (from < chunk.length) {
      const piece = chunk.subarray(from, from + WANDB_BLOCK_BYTES - this.filled);
      this.block.set(piece, this.filled);
      this.filled += piece.length;
      from += piece.length;
      this.readBlock();
      if (this.filled === WANDB_BLOCK_BYTES) this.nextBlock();
    }
  }

  /** The end of the file: true when its last record is cut off. */
  finish(): boolean {
    const rest = this.block.subarray(this.at, this.filled);
    return this.isOpen || (!this.isBroken && rest.some((byte) => byte !== 0));
  }

  /** Reads the chunks that are whole; the last of a block may end in padding. */
  private readBlock(): void {
    if (this.at === 0 && this.filled >= FILE_HEADER.length) this.beginFile();
    while (!this.isBroken && this.filled - this.at >= CHUNK_HEADER_BYTES) {
      const { block, at } = this;
      const length = (block[at + 4] ?? 0) | ((block[at + 5] ?? 0) << 8);
      const type = block[at + 6] ?? 0;
      const end = at + CHUNK_HEADER_BYTES + length;
      // Space that was reserved and never written, as LevelDB has it: no record, no damage.
      if (type === 0 && length === 0 && uint32At(block, at) === 0) this.isBroken = true;
      else if (end > WANDB_BLOCK_BYTES || type > TYPE.last) this.break();
      else if (end > this.filled) return;
      else if (uint32At(block, at) !== CRC32_IEEE.of(block, at + 6, end)) this.break();
      else {
        this.at = end;
        this.chunk(type, at + CHUNK_HEADER_BYTES, end);
      }
    }
  }

  /** A file's header where another's block would begin: its first bytes are no valid chunk. */
  private beginFile(): void {
    if (!FILE_HEADER.every((byte, i) => this.block[i] === byte)) return;
    this.files++;
    this.at = FILE_HEADER.length;
    if (!this.isOpen) return;
    this.damaged++;
    this.isOpen = false;
    this.pieces.take(new Uint8Array(0));
  }

  /** The rest of the block cannot be trusted: its chunks have no other mark than where the one before ends. */
  private break(): void {
    this.damaged++;
    this.isBroken = true;
    this.isOpen = false;
    this.pieces.take(new Uint8Array(0));
  }

  private nextBlock(): void {
    this.filled = 0;
    this.at = 0;
    this.isBroken = false;
  }

  private chunk(type: number, start: number, end: number): void {
    const begins = type === TYPE.full || type === TYPE.first;
    if (begins && this.isOpen) {
      // The record before it was never ended: its writer died, and another went on.
      this.damaged++;
      this.pieces.take(new Uint8Array(0));
    }
    // The rest of a record whose first part is lost; that part was counted.
    if (!begins && !this.isOpen) return;
    if (type === TYPE.full) this.sink.record(this.block, start, end);
    else if (type === TYPE.last) this.endRecord(this.block.subarray(start, end));
    else this.pieces.append(this.block.subarray(start, end));
    this.isOpen = type === TYPE.first || type === TYPE.middle;
  }

  private endRecord(tail: Uint8Array): void {
    const record = this.pieces.take(tail);
    if (record === null) this.tooLong++;
    else this.sink.record(record, 0, record.length);
  }
}

function uint32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  );
}
