import type { ByteSource } from './byteSource';
import { Gunzip, isGzip } from './gunzip';
import { HEAD_BYTES } from './limits';
import { FromUtf16, utf16Of, type Utf16 } from './utf16';

/** What a carrier is recognised by. */
export interface Opening {
  /** The first bytes of the log, unpacked where the file is packed, as UTF-8 where it is UTF-16. */
  readonly head: Uint8Array;
  readonly isPacked: boolean;
  /** The order of bytes of UTF-16 text, null for all else. */
  readonly utf16: Utf16 | null;
}

/**
 * Reads the first HEAD_BYTES of a file; of a gzip file, what they unpack to; of UTF-16 text, what it is in UTF-8. Throws a
 * `LogError` where the source does.
 */
export async function readOpening(source: ByteSource): Promise<Opening> {
  const head = await source.read(0, HEAD_BYTES);
  if (!isGzip(head)) return decoded(head, false);
  const unpacked = new Uint8Array(HEAD_BYTES);
  let filled = 0;
  const gunzip = new Gunzip((bytes) => {
    const piece = bytes.subarray(0, HEAD_BYTES - filled);
    unpacked.set(piece, filled);
    filled += piece.length;
    return filled < HEAD_BYTES;
  });
  await gunzip.push(head);
  await gunzip.end();
  return decoded(unpacked.subarray(0, filled), true);
}

function decoded(head: Uint8Array, isPacked: boolean): Opening {
  const utf16 = utf16Of(head);
  if (utf16 === null) return { head, isPacked, utf16 };
  let text = new Uint8Array(0);
  // A character that the opening cuts in two waits for its other half, so it is not ended.
  new FromUtf16(utf16, (chunk) => (text = chunk.slice())).push(head);
  return { head: text, isPacked, utf16 };
}
