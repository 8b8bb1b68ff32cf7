import type { ByteSource } from '../byteSource';
import { JoinedSource } from '../joinedSource';
import type { LogFolder } from '../logFolder';
import { isParquet } from './parquetFile';

/** More files than this are no run's; the latest are read. */
const MOST_FILES = 4096;

/**
 * The run that a numbered Parquet file is a part of ("completions_00010.parquet", "train-00001-of-00004.parquet"): all files of its
 * folder whose names differ in numbers only, in their order, as one source. Null where it is the only one.
 *
 * @param path what people are shown of the run
 */
export async function parquetRun(folder: LogFolder, name: string, path: string): Promise<ByteSource | null> {
  const pattern = withoutNumbers(name);
  if (pattern === name) return null;
  const names = (await folder.files()).filter((other) => withoutNumbers(other) === pattern);
  if (names.length < 2 || !names.includes(name)) return null;
  const members: ByteSource[] = [];
  for (const other of names.sort(byNumbers).slice(-MOST_FILES)) {
    const source = folder.open(other);
    const head = await source.read(0, 4).catch(() => new Uint8Array(0));
    if (isParquet(head)) members.push(source);
    else if (other === name) return null;
  }
  return new JoinedSource(path, members);
}

function withoutNumbers(name: string): string {
  return name.replace(/\d+/g, '#');
}

function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => (name.match(/\d+/g) ?? []).map(Number));
  for (const [i, number] of left.entries()) if (number !== right[i]) return number - (right[i] ?? 0);
  return a < b ? -1 : 1;
}
