import { createHash, type Hash } from 'node:crypto';
import type { AnalyseOptions } from '../analysis/options';
import { CONFIG_PATHS, USER_FILE } from '../run/config/configPaths';
import type { ByteSource } from '../logs/byteSource';
import { nodeConfigPort } from './nodeConfigPort';
import { openLog } from './openLog';

/** Bytes read at once. */
const CHUNK = 1 << 20;
/** A configuration larger than this is not used, so only its size counts. */
const LARGEST_CONFIG = 1 << 18;

/**
 * What a log's Reports depend on, as one name: the bytes of the log (of all files of its run), the configuration beside
 * it, its path, the options, and the engine itself.
 *
 * @param log path of the log
 * @param options what the user says about it
 * @param engine what tells one build of the engine from another
 * @returns 64 hexadecimal digits: equal where nothing changed that could change a Report
 * @throws LogError where the log cannot be read
 */
export async function contentKey(log: string, options: AnalyseOptions, engine: string): Promise<string> {
  const hash = createHash('sha256');
  put(hash, engine, log, JSON.stringify(Object.entries(options).sort()));
  await putBytes(hash, await openLog(log));
  const port = nodeConfigPort(log);
  for (const path of [...CONFIG_PATHS, USER_FILE]) {
    const size = await port.size(path);
    if (size === null) continue;
    put(hash, path, String(size), size <= LARGEST_CONFIG ? ((await port.read(path)) ?? '') : '');
  }
  return hash.digest('hex');
}

/** Each part with its length, so that no two lists of parts look alike. */
function put(hash: Hash, ...parts: readonly string[]): void {
  for (const part of parts) hash.update(`${part.length}:${part};`);
}

async function putBytes(hash: Hash, source: ByteSource): Promise<void> {
  const { size } = await source.stat();
  put(hash, String(size));
  for (let offset = 0; offset < size; offset += CHUNK)
    hash.update(await source.read(offset, Math.min(CHUNK, size - offset)));
}
