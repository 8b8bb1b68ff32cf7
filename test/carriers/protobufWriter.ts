/** Parts of protobuf messages, for tests that write carriers in their exact syntax. */
export type Bytes = Uint8Array;

const encoder = new TextEncoder();

/** One after the other. */
export function join(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** 64 bits in two's complement, seven at a time. */
export function varint(value: number | bigint): Bytes {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...bytes, Number(rest)]);
}

/** A varint field. */
export function integerField(field: number, value: number | bigint): Bytes {
  return join(varint(field << 3), varint(value));
}

/** A field of length and bytes: text, message, packed list. */
export function bytesField(field: number, value: Bytes | string): Bytes {
  const bytes = typeof value === 'string' ? encoder.encode(value) : value;
  return join(varint((field << 3) | 2), varint(bytes.length), bytes);
}

/** A float field. */
export function floatField(field: number, value: number): Bytes {
  return join(
    varint((field << 3) | 5),
    fixed(4, (view) => view.setFloat32(0, value, true)),
  );
}

/** A double field. */
export function doubleField(field: number, value: number): Bytes {
  return join(
    varint((field << 3) | 1),
    fixed(8, (view) => view.setFloat64(0, value, true)),
  );
}

/** A number of fixed width. */
export function fixed(width: number, write: (view: DataView) => void): Bytes {
  const bytes = new Uint8Array(width);
  write(new DataView(bytes.buffer));
  return bytes;
}
