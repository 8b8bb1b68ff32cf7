import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ConfigPort } from '../run/config/configPort';
import { yamlEntries } from './yamlEntries';

/** The configuration beside a log on the local disk; of a run that is a folder, the configuration in it. */
export function nodeConfigPort(log: string): ConfigPort {
  const folder = stat(log).then(
    (found) => (found.isDirectory() ? log : path.dirname(log)),
    () => path.dirname(log),
  );
  const fileOf = async (relative: string): Promise<string> => path.join(await folder, relative);
  return {
    size: async (relative) => {
      const found = await stat(await fileOf(relative)).catch(() => null);
      return found?.isFile() === true ? found.size : null;
    },
    read: async (relative) => readFile(await fileOf(relative), 'utf8').catch(() => null),
    entries: yamlEntries,
  };
}
