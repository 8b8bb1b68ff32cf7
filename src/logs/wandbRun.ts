import type { ByteSource } from './byteSource';
import { JoinedSource } from './joinedSource';
import type { LogFolder } from './logFolder';
import { MemorySource } from './memorySource';
import { WANDB_BLOCK_BYTES, isWandb } from './wandbFramer';

/** A run's own log: "run-<id>.wandb". */
const LOG_NAME = /^run-(.+)\.wandb$/;

/** The folder of one attempt at a run: "offline-run-20260102_030405-<id>". */
const FOLDER_NAME = /^(?:offline-)?run-(\d{8}_\d{6})-(.+)$/;

const HEAD_BYTES = 64;

/**
 * All attempts at the W&B run that a `.wandb` file belongs to, in the order in which they were begun: a resumed run has a
 * folder for each, with one id (log-formats.md §20.1). Null where there is one only.
 *
 * @param parent the folder that holds the runs' folders
 * @param name the file's own name
 * @param path what people are shown of the run
 */
export async function wandbRun(parent: LogFolder, name: string, path: string): Promise<ByteSource | null> {
  const id = LOG_NAME.exec(name)?.[1];
  if (id === undefined) return null;
  const attempts = (await parent.folders())
    .map((folder) => ({ folder, match: FOLDER_NAME.exec(folder) }))
    .filter(({ match }) => match?.[2] === id)
    .sort((a, b) => ((a.match?.[1] ?? '') < (b.match?.[1] ?? '') ? -1 : 1))
    .map(({ folder }) => parent.folder(folder).open(name));
  if (attempts.length < 2) return null;
  const members: ByteSource[] = [];
  for (const [i, source] of attempts.entries()) {
    const head = await source.read(0, HEAD_BYTES).catch(() => null);
    if (head === null || !isWandb(head)) continue;
    members.push(source);
    if (i < attempts.length - 1) members.push(await paddingAfter(source));
  }
  return new JoinedSource(path, members);
}

/** The next file must begin where a block of the format does; space that was never written is no damage. */
async function paddingAfter(source: ByteSource): Promise<ByteSource> {
  const { size } = await source.stat();
  return new MemorySource(
    '',
    new Uint8Array((WANDB_BLOCK_BYTES - (size % WANDB_BLOCK_BYTES)) % WANDB_BLOCK_BYTES),
  );
}
