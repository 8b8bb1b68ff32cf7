/** Protobuf's wire types that still exist; groups (3, 4) are long gone and count as malformed. */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

const TWO_32 = 4294967296;

/** Below it a number takes one byte, as nearly all field numbers and lengths do. */
const SMALL = 128;

/**
 * Walks over the fields of one protobuf message without building objects. The message's meaning stays with the caller,
 * who reads by field number what it knows; unknown fields are walked over. Never reads outside its range, never throws:
 * what is no protobuf ends the walk with `isMalformed`.
 */
export class ProtoCursor {
  /** Number of the current field. */
  field = 0;
  /** Its wire type, one of `WIRE`. */
  wire = 0;
  /** Value of a varint, read as a signed 64-bit integer (exact up to 2^53). */
  integer = 0;
  /** Where the payload lies: a fixed-size number, a text, a message. */
  start = 0;
  end = 0;
  /** True once the bytes turned out to be no message. */
  isMalformed = false;
  private bytes: Uint8Array = new Uint8Array(0);
  private view: DataView = new DataView(this.bytes.buffer);
  private at = 0;
  private limit = 0;

  /** Begins with the message in `bytes[start, end)`. */
  open(bytes: Uint8Array, start: number, end: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.at = start;
    this.limit = end;
    this.isMalformed = false;
  }

  /** Steps to the next field; false at the end, or where there is no field. */
  next(): boolean {
    if (this.at >= this.limit) return false;
    const tag = this.varint();
    this.field = tag < SMALL ? tag >> 3 : Math.floor(tag / 8);
    this.wire = tag & 7;
    this.start = this.at;
    switch (this.wire) {
      case WIRE.varint:
        this.integer = this.varint();
        return !this.isMalformed;
      case WIRE.fixed64:
        return this.take(8);
      case WIRE.fixed32:
        return this.take(4);
      case WIRE.bytes: {
        const length = this.varint();
        this.start = this.at;
        return this.take(length);
      }
      default:
        return this.fail();
    }
  }

  /** A varint outside any field: the elements of packed lists. Call `open` on the list first. */
  nextPacked(): boolean {
    if (this.at >= this.limit) return false;
    this.integer = this.varint();
    return !this.isMalformed;
  }

  /** The current 4-byte field as a float. */
  get float(): number {
    return this.view.getFloat32(this.start, true);
  }

  /** The current 8-byte field as a double. */
  get double(): number {
    return this.view.getFloat64(this.start, true);
  }

  private take(length: number): boolean {
    if (this.isMalformed || length < 0 || length > this.limit - this.at) return this.fail();
    this.at += length;
    this.end = this.at;
    return true;
  }

  private varint(): number {
    const byte = this.at < this.limit ? (this.bytes[this.at] ?? SMALL) : SMALL;
    if (byte >= SMALL) return this.longVarint();
    this.at++;
    return byte;
  }

  /** Ten bytes at most; 64 bits in two's complement, so that a step of −1 is −1. */
  private longVarint(): number {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.limit) break;
      const byte = this.bytes[this.at++] ?? 0;
      const bits = byte & 127;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else if (shift < 63) high |= bits << (shift - 32);
      else high |= (bits & 1) << 31;
      if (byte < SMALL) return high * TWO_32 + (low >>> 0);
    }
    this.fail();
    return 0;
  }

  private fail(): false {
    this.isMalformed = true;
    this.at = this.limit;
    return false;
  }
}
