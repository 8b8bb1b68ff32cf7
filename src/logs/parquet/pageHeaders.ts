/** Types of the compact protocol that Parquet's headers are written in. */
const TYPE = {
  stop: 0,
  yes: 1,
  no: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  struct: 12,
} as const;

const DEEPEST = 8;

/** Numbers of a header's struct by their field ids; truth values are 1 and 0. */
type Fields = ReadonlyMap<number, number>;

/** A PageHeader of parquet.thrift: its own numbers, and those of the header of its kind. */
export interface PageHeader {
  readonly fields: Fields;
  /** By field: 5 data page, 7 dictionary page, 8 data page of version 2. */
  readonly kinds: ReadonlyMap<number, Fields>;
}

/** Reads page headers, and nothing that lies outside of the bytes. Throws a RangeError where one is damaged. */
export class PageHeaders {
  at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The header at `at`, which is then behind it. */
  next(): PageHeader {
    const fields = new Map<number, number>();
    const kinds = new Map<number, Fields>();
    this.fields(0, (field, type) => {
      if (type !== TYPE.struct) {
        this.number(fields, field, type, 1);
        return;
      }
      const inner = new Map<number, number>();
      this.fields(1, (innerField, innerType) => this.number(inner, innerField, innerType, 2));
      kinds.set(field, inner);
    });
    return { fields, kinds };
  }

  private number(fields: Map<number, number>, field: number, type: number, depth: number): void {
    fields.delete(field);
    if (type === TYPE.i32) fields.set(field, this.signed());
    else if (type === TYPE.yes || type === TYPE.no) fields.set(field, type === TYPE.yes ? 1 : 0);
    else this.skip(type, depth);
  }

  private fields(depth: number, read: (field: number, type: number) => void): void {
    if (depth > DEEPEST) throw new RangeError('a page header is nested too deeply');
    let field = 0;
    for (;;) {
      const byte = this.byte();
      const type = byte & 15;
      if (type === TYPE.stop) return;
      const delta = byte >> 4;
      field = delta === 0 ? this.signed() : field + delta;
      read(field, type);
    }
  }

  /** 1 and 2 are true and false, which have no bytes of their own. */
  private skip(type: number, depth: number): void {
    if (type === TYPE.yes || type === TYPE.no) return;
    if (type === TYPE.byte) this.at += 1;
    else if (type === TYPE.double) this.at += 8;
    else if (type === TYPE.i16 || type === TYPE.i32 || type === TYPE.i64) this.varint();
    else if (type === TYPE.binary) this.at += this.varint();
    else if (type === TYPE.list) this.skipList(depth);
    else if (type === TYPE.struct) this.fields(depth, (_, inner) => this.skip(inner, depth + 1));
    else throw new RangeError('a page header is damaged');
  }

  private skipList(depth: number): void {
    const byte = this.byte();
    const items = byte >> 4 === 15 ? this.varint() : byte >> 4;
    for (let i = 0; i < items; i++) {
      if ((byte & 15) <= 2) this.byte();
      else this.skip(byte & 15, depth + 1);
    }
  }

  private signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  private varint(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 63; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new RangeError('a page header is damaged');
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw new RangeError('a page header is cut off');
    return this.bytes[this.at++];
  }
}
