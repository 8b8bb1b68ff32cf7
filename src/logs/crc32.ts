/** Bytes that one turn of the loop takes: eight look-ups in eight tables instead of eight dependent steps in one. */
const SLICES = 8;

/** A cyclic redundancy check of 32 bits, reflected, as record formats use it. */
export class Crc32 {
  private readonly table: Int32Array;

  /** The polynomial with its bits reversed: 0xEDB88320 (IEEE, zlib), 0x82F63B78 (Castagnoli). */
  constructor(polynomial: number) {
    this.table = tablesOf(polynomial);
  }

  /** The check of `bytes[start, end)`, unsigned. */
  of(bytes: Uint8Array, start: number, end: number): number {
    return this.extend(0, bytes, start, end);
  }

  /** The check of what `before` is the check of, followed by `bytes[start, end)`. */
  extend(before: number, bytes: Uint8Array, start: number, end: number): number {
    const t = this.table;
    let crc = ~before;
    let at = start;
    for (; at + SLICES <= end; at += SLICES) {
      crc ^= word(bytes, at);
      crc =
        (t[1792 + (crc & 255)] ?? 0) ^
        (t[1536 + ((crc >>> 8) & 255)] ?? 0) ^
        (t[1280 + ((crc >>> 16) & 255)] ?? 0) ^
        (t[1024 + (crc >>> 24)] ?? 0) ^
        (t[768 + (bytes[at + 4] ?? 0)] ?? 0) ^
        (t[512 + (bytes[at + 5] ?? 0)] ?? 0) ^
        (t[256 + (bytes[at + 6] ?? 0)] ?? 0) ^
        (t[bytes[at + 7] ?? 0] ?? 0);
    }
    for (; at < end; at++) crc = (t[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
    return ~crc >>> 0;
  }
}

/** CRC-32C (Castagnoli): TensorBoard's records. */
export const CRC32C = new Crc32(0x82f63b78);

/** CRC-32 (IEEE 802.3), zlib's: the blocks of W&B's log. */
export const CRC32_IEEE = new Crc32(0xedb88320);

function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

/** Table k (256 entries each, one after the other) steps a byte over k further zero bytes. */
function tablesOf(polynomial: number): Int32Array {
  // Signed: unsigned ones would be handled as doubles wherever they are above 2³¹.
  const tables = new Int32Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256] ?? 0;
    tables[i] = (tables[before & 255] ?? 0) ^ (before >>> 8);
  }
  return tables;
}
