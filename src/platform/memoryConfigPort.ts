import type { ConfigPort } from '../run/config/configPort';
import { yamlEntries } from './yamlEntries';

/** Configuration that the host has read already, by path relative to the log's folder; null marks one too large to read. */
export type FilesBeside = ReadonlyMap<string, Uint8Array | null>;

/** The configuration beside a log of a virtual workspace, of which the engine sees only what the host sends. */
export function memoryConfigPort(files: FilesBeside): ConfigPort {
  return {
    size: (path) => {
      const bytes = files.get(path);
      return Promise.resolve(bytes === undefined ? null : (bytes?.length ?? Infinity));
    },
    read: (path) => {
      const bytes = files.get(path) ?? null;
      return Promise.resolve(bytes === null ? null : new TextDecoder().decode(bytes));
    },
    entries: yamlEntries,
  };
}
