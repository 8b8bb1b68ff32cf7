import type { ByteSource } from './byteSource';
import { Gunzip, isGzip } from './gunzip';
import { HEAD_BYTES } from './limits';

/** What a carrier is recognised by. */
export interface Opening {
  /** The first bytes of the log, unpacked where the file is packed. */
  readonly head: Uint8Array;
  readonly isPacked: boolean;
}

/** Reads the first HEAD_BYTES of a file; of a gzip file, what they unpack to. Throws a `LogError` where the source does. */
export async function readOpening(source: ByteSource): Promise<Opening> {
  const head = await source.read(0, HEAD_BYTES);
  if (!isGzip(head)) return { head, isPacked: false };
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
  return { head: unpacked.subarray(0, filled), isPacked: true };
}
