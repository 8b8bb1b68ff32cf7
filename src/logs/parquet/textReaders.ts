const decoder = new TextDecoder('utf-8');

/** A text as it is. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Tells texts apart without keeping them: two FNV-1a hashes of 32 bits and the length. */
export function fingerprint(bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x85ebca6b) ^ (b >>> 15);
  }
  return `${a >>> 0}:${b >>> 0}:${bytes.length}`;
}

/** Characters of a text: UTF-8 has one byte of each that is no continuation. */
export function textLength(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) count++;
  return count;
}
