/**
 * Unpacks Snappy's raw format (google/snappy, format_description.txt). hyparquet's own decoder takes a damaged length for a
 * negative one and does not end; this one ends with a RangeError.
 *
 * @param length bytes that it must unpack to
 */
export function unpackSnappy(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  let at = 0;
  let filled = 0;
  while (at < input.length && input[at++] >= 128);
  while (at < input.length) {
    const tag = input[at++];
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >>> 2) - 59);
      const count = (extra === 0 ? tag >>> 2 : littleEndian(input, at, extra)) + 1;
      at += extra;
      if (at + count > input.length || filled + count > length) throw damaged();
      output.set(input.subarray(at, at + count), filled);
      at += count;
      filled += count;
    } else {
      const extra = [0, 1, 2, 4][tag & 3];
      const isShort = extra === 1;
      const count = isShort ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
      const back = littleEndian(input, at, extra) + (isShort ? (tag >>> 5) * 256 : 0);
      at += extra;
      if (back === 0 || back > filled || filled + count > length) throw damaged();
      // What is copied may overlap what is written: that is how runs are packed.
      for (const end = filled + count; filled < end; filled++) output[filled] = output[filled - back];
    }
  }
  if (filled !== length) throw damaged();
  return output;
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  if (at + count > bytes.length) throw damaged();
  let value = 0;
  for (let i = count - 1; i >= 0; i--) value = value * 256 + bytes[at + i];
  return value;
}

function damaged(): RangeError {
  return new RangeError('the packed data is damaged');
}
