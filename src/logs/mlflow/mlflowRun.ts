import type { ByteSource } from '../byteSource';
import { JoinedSource } from '../joinedSource';
import type { LogFolder } from '../logFolder';
import { MAX_COLUMNS, MAX_KEY_LENGTH } from '../limits';
import { MemorySource } from '../memorySource';
import { announceMlflowFile, beginMlflowStream } from './mlflowStream';
import type { MlflowFileKind } from './mlflowStream';

/** Levels of folders that "/" in a metric's name makes. */
const MOST_LEVELS = 12;

/** Metrics read first, so that the first bytes tell whether this is a reward log. */
const TELLING = /reward|score|return/i;

interface StoredFile {
  readonly key: string;
  readonly source: ByteSource;
}

/**
 * The run whose folder this is in an MLflow file store (`mlruns/<experiment>/<run>`, log-formats.md §21), all its metrics
 * and parameters as one source; null where the folder is none. Tags are left alone.
 *
 * @param path what people are shown of the run
 */
export async function mlflowRun(folder: LogFolder, path: string): Promise<ByteSource | null> {
  const [files, folders] = await Promise.all([folder.files(), folder.folders()]);
  if (!files.includes('meta.yaml') || !folders.includes('metrics')) return null;
  const metrics = await filesUnder(folder.folder('metrics'));
  const parameters = folders.includes('params') ? await filesUnder(folder.folder('params')) : [];
  metrics.sort((a, b) => Number(TELLING.test(b.key)) - Number(TELLING.test(a.key)));
  return new JoinedSource(path, [
    new MemorySource('', beginMlflowStream()),
    ...metrics.flatMap((file) => announced('metric', file)),
    ...parameters.flatMap((file) => announced('param', file)),
  ]);
}

function announced(kind: MlflowFileKind, { key, source }: StoredFile): ByteSource[] {
  return [new MemorySource('', announceMlflowFile(kind, key)), source];
}

async function filesUnder(folder: LogFolder, prefix = '', level = 0): Promise<StoredFile[]> {
  const found: StoredFile[] = [];
  for (const name of await folder.files())
    if (isKey(prefix + name)) found.push({ key: prefix + name, source: folder.open(name) });
  if (level < MOST_LEVELS)
    for (const name of await folder.folders())
      if (found.length < MAX_COLUMNS)
        found.push(...(await filesUnder(folder.folder(name), `${prefix}${name}/`, level + 1)));
  return found.slice(0, MAX_COLUMNS);
}

/** Editors' and systems' own files are no metrics, and a name with a line end could not be announced. */
function isKey(key: string): boolean {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return key.length <= MAX_KEY_LENGTH && !name.startsWith('.') && !/[\u0000-\u001f]/.test(key);
}
