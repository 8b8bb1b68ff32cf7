import { realpath } from 'node:fs/promises';
import type { ByteSource } from '../logs/byteSource';
import { JoinedSource } from '../logs/joinedSource';

/** The logs that a command line has named so far, each known by its files: many paths and links may lead to one. */
export class LogsSeen {
  /** The path that first led to each file. */
  readonly #firstPaths = new Map<string, string>();
  readonly #repeated = new Set<string>();

  /** Whether no path has led to this log before; counts it where one has. */
  async isNew(path: string, source: ByteSource): Promise<boolean> {
    const files = await filesOf(path, source);
    const first = files.map((file) => this.#firstPaths.get(file)).find((known) => known !== undefined);
    for (const file of files) this.#firstPaths.set(file, first ?? path);
    if (first !== undefined) this.#repeated.add(first);
    return first === undefined;
  }

  /** What to tell of logs that were given more than once; null where none was. */
  repeatsInWords(): string | null {
    const { size } = this.#repeated;
    if (size === 0) return null;
    return size === 1
      ? '1 log was given more than once and counts once'
      : `${size} logs were given more than once and count once`;
  }
}

/** The file itself, and the others of its run; a path that leads nowhere is itself. */
async function filesOf(path: string, source: ByteSource): Promise<string[]> {
  const members = source instanceof JoinedSource ? source.members : [];
  const paths = [path, ...members.map((member) => member.path).filter((member) => member !== '')];
  return Promise.all(paths.map((one) => realpath(one).catch(() => one)));
}
