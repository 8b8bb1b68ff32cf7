import type { ByteSource } from '../logs/byteSource';
import { MemorySource } from '../logs/memorySource';
import type { ConfigPort } from '../run/config/configPort';
import type { JobSource } from './engineJob';
import { memoryConfigPort } from './memoryConfigPort';
import { nodeConfigPort } from './nodeConfigPort';
import { openLog } from './openLog';

/** The log of a job, ready to be read. */
export async function openSource(source: JobSource): Promise<ByteSource> {
  return source.kind === 'file' ? openLog(source.path) : new MemorySource(source.path, source.bytes);
}

/** The configuration beside the log of a job. */
export function configOf(source: JobSource): ConfigPort {
  return source.kind === 'file' ? nodeConfigPort(source.path) : memoryConfigPort(source.beside ?? new Map());
}
