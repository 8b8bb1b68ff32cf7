import type { ByteSource } from './byteSource';
import { isEventFileName } from './eventFileName';
import { JoinedSource } from './joinedSource';
import type { LogFolder } from './logFolder';
import { firstWallTime, isTfevents } from './tfeventsFramer';

/** More event files than this in one folder are several experiments, not one run's restarts; the latest are read. */
const MOST_FILES = 512;

const HEAD_BYTES = 256;

/**
 * The run that an event file is a part of: all event files of its folder as one source, in the order in which they were
 * begun. Several event files in one folder are one run (TensorBoard's rule): a resume begins a new file. Null where the
 * file is the only one, or none.
 *
 * @param path what people are shown of the run
 */
export async function eventRun(folder: LogFolder, name: string, path: string): Promise<ByteSource | null> {
  const names = (await folder.files()).filter(isEventFileName).slice(-MOST_FILES);
  if (names.length < 2 || !names.includes(name)) return null;
  const found: { readonly source: ByteSource; readonly begun: number }[] = [];
  for (const other of names) {
    const source = folder.open(other);
    const head = await source.read(0, HEAD_BYTES).catch(() => null);
    if (head !== null && isTfevents(head)) found.push({ source, begun: firstWallTime(head) });
    else if (other === name) return null;
  }
  // Sorting is stable: files whose beginning is damaged stay where their name puts them.
  found.sort((a, b) => (Number.isNaN(a.begun) || Number.isNaN(b.begun) ? 0 : a.begun - b.begun));
  return new JoinedSource(
    path,
    found.map(({ source }) => source),
  );
}
