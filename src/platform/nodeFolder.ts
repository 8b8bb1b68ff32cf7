import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../logs/byteSource';
import type { LogFolder } from '../logs/logFolder';
import { NodeFileSource } from './nodeFileSource';

/** A folder of the local disk; one that is missing or may not be read is empty. */
export class NodeFolder implements LogFolder {
  readonly path: string;

  constructor(folder: string) {
    this.path = folder;
  }

  files(): Promise<readonly string[]> {
    return this.#names((entry) => !entry.isDirectory());
  }

  folders(): Promise<readonly string[]> {
    return this.#names((entry) => entry.isDirectory());
  }

  open(name: string): ByteSource {
    return new NodeFileSource(path.join(this.path, name));
  }

  folder(name: string): LogFolder {
    return new NodeFolder(path.join(this.path, name));
  }

  async #names(wanted: (entry: { isDirectory(): boolean }) => boolean): Promise<readonly string[]> {
    const entries = await readdir(this.path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter(wanted)
      .map(({ name }) => name)
      .sort();
  }
}
