import { CRC32C } from './crc32';
import { MAX_RECORD_BYTES } from './limits';

const TWO_32 = 4294967296;

/** Length (8 bytes) and its check (4). */
const HEADER_BYTES = 12;

/** The check behind the data. */
const FOOTER_BYTES = 4;

const FIRST_CAPACITY = 1 << 16;

/** What becomes of the records of an event file. */
export interface RecordSink {
  /** One record's data, whose check was right; valid during the call only. */
  record(bytes: Uint8Array, start: number, end: number): void;
}

/**
 * Cuts a TensorBoard event file into records (log-formats.md §19.1): length, check of the length, data, check of the data,
 * both CRC-32C and masked. After a wrong check the next place with a right one is looked for, byte by byte, so that
 * damage costs the records it hit and no others; so files that follow each other in one stream may each end in the middle.
 */
export class TfeventsFramer {
  /** Records whose check was wrong, or stretches that held no record. */
  damaged = 0;
  /** Records over MAX_RECORD_BYTES, passed over unread. */
  tooLong = 0;
  private readonly sink: RecordSink;
  private buffer = new Uint8Array(FIRST_CAPACITY);
  private start = 0;
  private end = 0;
  private skip = 0;
  private searching = false;

  constructor(sink: RecordSink) {
    this.sink = sink;
  }

  /** The next bytes; the sink is called for every record they complete. */
  push(chunk: Uint8Array): void {
    const skipped = Math.min(this.skip, chunk.length);
    this.skip -= skipped;
    this.append(skipped === 0 ? chunk : chunk.subarray(skipped));
    this.cut();
  }

  /** The end of the file: true when its last record is cut off. */
  finish(): boolean {
    if (this.skip > 0) return true;
    let unfinished = false;
    while (this.end > this.start) {
      // What seemed a record to come reached beyond the end: either it was cut off, or whole ones follow inside it.
      unfinished = true;
      this.searching = true;
      this.start++;
      if (this.cut() > 0) {
        this.damaged++;
        unfinished = this.end > this.start;
      } else if (this.end - this.start < HEADER_BYTES) break;
    }
    return unfinished;
  }

  /** Gives how many records there were. */
  private cut(): number {
    let found = 0;
    while (this.end - this.start >= HEADER_BYTES) {
      const length = this.lengthAt(this.start);
      if (length < 0) this.search();
      else if (length > MAX_RECORD_BYTES) this.pass(length);
      else if (this.end - this.start < HEADER_BYTES + length + FOOTER_BYTES) break;
      else if (this.take(length)) found++;
    }
    return found;
  }

  /** The record at `start`, which lies in the buffer as a whole; false where its check is wrong. */
  private take(length: number): boolean {
    const from = this.start + HEADER_BYTES;
    const to = from + length;
    if (wordAt(this.buffer, to) !== masked(CRC32C.of(this.buffer, from, to))) {
      this.search();
      return false;
    }
    this.searching = false;
    this.start = to + FOOTER_BYTES;
    this.sink.record(this.buffer, from, to);
    return true;
  }

  private pass(length: number): void {
    this.tooLong++;
    this.searching = false;
    const whole = HEADER_BYTES + length + FOOTER_BYTES;
    const here = Math.min(whole, this.end - this.start);
    this.start += here;
    this.skip = whole - here;
  }

  /** No record begins here: goes on to the next byte. One stretch of damage counts once. */
  private search(): void {
    if (!this.searching) this.damaged++;
    this.searching = true;
    this.start++;
  }

  /** The length of the record at `at`, −1 where its check is wrong. */
  private lengthAt(at: number): number {
    const high = wordAt(this.buffer, at + 4);
    // Nearly all places inside other data end here, before any check is computed.
    if (this.searching && high !== 0) return -1;
    if (wordAt(this.buffer, at + 8) !== masked(CRC32C.of(this.buffer, at, at + 8))) return -1;
    return high * TWO_32 + wordAt(this.buffer, at);
  }

  private append(chunk: Uint8Array): void {
    const kept = this.end - this.start;
    if (this.end + chunk.length > this.buffer.length) {
      const needed = kept + chunk.length;
      const target = needed > this.buffer.length ? new Uint8Array(2 * needed) : this.buffer;
      target.set(this.buffer.subarray(this.start, this.end));
      this.buffer = target;
      this.start = 0;
      this.end = kept;
    }
    this.buffer.set(chunk, this.end);
    this.end += chunk.length;
  }
}

/** TensorFlow's mask: checks of data that hold checks would else be weak. */
export function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Whether a file begins with a record, or with what every first record holds. */
export function isTfevents(head: Uint8Array): boolean {
  if (head.length < HEADER_BYTES) return false;
  if (wordAt(head, 8) === masked(CRC32C.of(head, 0, 8))) return true;
  return new TextDecoder('latin1').decode(head.subarray(0, 64)).includes('brain.Event:');
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  );
}

/** When a file was begun, in seconds since 1970: the time of its first event; NaN where that is damaged. */
export function firstWallTime(head: Uint8Array): number {
  // The first field of every event is its time: a key byte and a double.
  if (head.length < HEADER_BYTES + 9 || head[HEADER_BYTES] !== 9) return NaN;
  return new DataView(head.buffer, head.byteOffset, head.byteLength).getFloat64(HEADER_BYTES + 1, true);
}
