import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes after unpacking. */
  readonly size: number;
  /** Unpacks the file; UTF-8. */
  readonly text: () => string;
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 5, 6]);
const DIRECTORY_ENTRY = 0x02014b50;

function unpack(bytes: Buffer, header: number, packedSize: number, method: number): string {
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + packedSize);
  return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}

/** The files of a zip archive, from its central directory (APPNOTE.TXT §4.3.12). Throws where there is none. */
export function zipEntries(file: string): ZipEntry[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error(`${file} is no zip archive`);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new Error(`${file}: broken directory at byte ${at}`);
    const method = bytes.readUInt16LE(at + 10);
    const packedSize = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const header = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    entries.push({ name, size, text: () => unpack(bytes, header, packedSize, method) });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
