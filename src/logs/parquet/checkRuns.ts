/** A bit-packed run is written in eights; its last eights may be padding of a writer. */
const MOST_PADDING = 512;

/** Where runs of the hybrid of run lengths and bit packing lie in a page, and how many values they must give. */
export interface Runs {
  readonly from: number;
  readonly to: number;
  /** Bits of a value. */
  readonly width: number;
  readonly values: number;
}

/**
 * Walks over runs (parquet-format, Encodings.md, "RLE") before they are decoded: hyparquet writes as many values as a run
 * claims, whatever is left of the page. Throws a RangeError where a run claims more than is missing or than it has bytes for.
 *
 * @returns how many values of one bit are 1: of definition levels, the values that are not null
 */
export function checkRuns(bytes: Uint8Array, { from, to, width, values }: Runs): number {
  const valueBytes = (width + 7) >> 3;
  let [at, seen, ones] = [from, 0, 0];
  while (seen < values) {
    const header = varint(bytes, at, to);
    at = header.end;
    const isPacked = header.value % 2 === 1;
    const count = Math.floor(header.value / 2) * (isPacked ? 8 : 1);
    const length = isPacked ? (count / 8) * width : valueBytes;
    const most = values - seen + (isPacked ? MOST_PADDING : 0);
    if (count === 0 || count > most || width > 32 || at + length > to) throw damaged();
    // Of packed values without bits the decoder may skip a byte: nothing may follow them.
    if (isPacked && width === 0 && count < values - seen) throw damaged();
    const kept = Math.min(count, values - seen);
    if (width === 1) ones += isPacked ? onesIn(bytes, at, kept) : bytes[at] === 1 ? kept : 0;
    seen += kept;
    at += length;
  }
  return ones;
}

function onesIn(bytes: Uint8Array, at: number, bits: number): number {
  let ones = 0;
  for (let i = 0; i < bits; i++) ones += (bytes[at + (i >> 3)] >> (i & 7)) & 1;
  return ones;
}

function varint(bytes: Uint8Array, at: number, to: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let i = 0; i < 5 && at + i < to; i++) {
    value += (bytes[at + i] & 127) * 128 ** i;
    if (bytes[at + i] < 128 && value < 2 ** 31) return { value, end: at + i + 1 };
  }
  throw damaged();
}

function damaged(): RangeError {
  return new RangeError('a run of a page claims too much');
}
