import path from 'node:path';
import type { ByteSource } from '../logs/byteSource';
import { isEventFileName } from '../logs/eventFileName';
import { eventRun } from '../logs/eventFolder';
import { NodeFileSource } from './nodeFileSource';
import { NodeFolder } from './nodeFolder';

/**
 * A log of the local disk as it is to be read: the file, or the whole run where the file is one of several. `path` stays
 * what is shown.
 */
export async function openLog(file: string): Promise<ByteSource> {
  const name = path.basename(file);
  if (!isEventFileName(name)) return new NodeFileSource(file);
  return (await eventRun(new NodeFolder(path.dirname(file)), name, file)) ?? new NodeFileSource(file);
}
