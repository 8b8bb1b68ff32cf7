import { ProtoCursor, WIRE } from './protobuf';

/** TensorFlow's data types that hold a scalar or a text (tensor.proto, types.proto). */
const TYPE = { float: 1, double: 2, int32: 3, string: 7, int64: 9, bfloat16: 14, half: 19 } as const;

/** Fields of a TensorProto. */
const TENSOR = { dtype: 1, content: 4, floats: 5, doubles: 6, ints: 7, strings: 8, longs: 10 } as const;

/** Longest text taken from an event file: the JSON of a Trainer's arguments has some 6 KB. */
const LONGEST_TEXT = 1 << 20;

/** What a tensor holds: one number (`number`), a text (`text`), or neither (a list, a picture, a histogram). */
export class TensorValue {
  /** NaN values are values: see `hasNumber`. */
  number = NaN;
  hasNumber = false;
  text: string | null = null;
  private readonly cursor = new ProtoCursor();
  private readonly packed = new ProtoCursor();
  private dtype = 0;
  private count = 0;

  /** Reads the TensorProto in `bytes[start, end)`. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const { cursor } = this;
    this.hasNumber = false;
    this.text = null;
    this.dtype = 0;
    this.count = 0;
    let content: readonly [number, number] | null = null;
    cursor.open(bytes, start, end);
    while (cursor.next()) {
      if (cursor.field === TENSOR.dtype && cursor.wire === WIRE.varint) this.dtype = cursor.integer;
      else if (cursor.field === TENSOR.content && cursor.wire === WIRE.bytes)
        content = [cursor.start, cursor.end];
      else if (cursor.field === TENSOR.strings) this.readText(bytes, cursor);
      else this.readNumber(bytes, cursor);
    }
    if (content !== null && content[1] > content[0]) this.readContent(bytes, content[0], content[1]);
    if (cursor.isMalformed || this.count !== 1) this.hasNumber = false;
    if (this.dtype !== TYPE.string) this.text = null;
  }

  private readText(bytes: Uint8Array, { wire, start, end }: ProtoCursor): void {
    if (wire !== WIRE.bytes || this.text !== null || end - start > LONGEST_TEXT) return;
    this.text = new TextDecoder('utf-8').decode(bytes.subarray(start, end));
  }

  /** A repeated number may be written packed (one field with all) or not (a field each). */
  private readNumber(bytes: Uint8Array, cursor: ProtoCursor): void {
    const { field, wire, start, end } = cursor;
    const width = field === TENSOR.floats ? 4 : field === TENSOR.doubles ? 8 : 0;
    if (width > 0) {
      if (end - start === width) this.take(width === 4 ? cursor.float : cursor.double);
      else this.count += (end - start) / width;
    } else if (field === TENSOR.ints || field === TENSOR.longs) {
      if (wire === WIRE.varint) this.take(cursor.integer);
      else if (wire === WIRE.bytes) {
        this.packed.open(bytes, start, end);
        while (this.packed.nextPacked()) this.take(this.packed.integer);
      }
    }
  }

  /** The raw bytes of the numbers, little-endian. */
  private readContent(bytes: Uint8Array, start: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
    const width = widthOf(this.dtype);
    if (width === 0 || view.byteLength !== width) this.count += 2;
    else this.take(numberIn(view, this.dtype));
  }

  private take(value: number): void {
    this.number = value;
    this.hasNumber = true;
    this.count++;
  }
}

function widthOf(dtype: number): number {
  switch (dtype) {
    case TYPE.double:
    case TYPE.int64:
      return 8;
    case TYPE.float:
    case TYPE.int32:
      return 4;
    case TYPE.bfloat16:
    case TYPE.half:
      return 2;
    default:
      return 0;
  }
}

function numberIn(view: DataView, dtype: number): number {
  switch (dtype) {
    case TYPE.double:
      return view.getFloat64(0, true);
    case TYPE.int64:
      return view.getInt32(4, true) * 4294967296 + view.getUint32(0, true);
    case TYPE.float:
      return view.getFloat32(0, true);
    case TYPE.int32:
      return view.getInt32(0, true);
    case TYPE.half:
      return halfToNumber(view.getUint16(0, true));
    default:
      return bfloat16ToNumber(view.getUint16(0, true));
  }
}

/** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The upper half of a float32. */
function bfloat16ToNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, bits);
  return view.getFloat32(0);
}
