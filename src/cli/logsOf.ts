import { stat } from 'node:fs/promises';
import { LogError } from '../logs/logError';
import { SCAN_LIMITS, scanFolder, type Scan } from './scanFolder';

/** The logs one PATH stands for, and what to tell about those that could not be read. */
export interface PathLogs {
  readonly logs: readonly string[];
  readonly errors: readonly LogError[];
}

/**
 * The logs that a PATH of the command line stands for: a file is itself, a folder is scanned. Never throws for
 * a path that is missing: reading it tells why.
 */
export async function logsOf(path: string): Promise<PathLogs> {
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isFile() && !found.isDirectory())
    return { logs: [], errors: [notRegular(path)] };
  if (found?.isDirectory() !== true) return { logs: [path], errors: [] };
  const scan = await scanFolder(path);
  const errors = [...scan.errors];
  if (scan.cutShort) errors.push(cutShort(path));
  // Where something could not be read, nobody knows that there is no log.
  if (scan.logs.length === 0 && errors.length === 0) errors.push(noLog(path, scan));
  return { logs: scan.logs, errors };
}

/** Opening a pipe would wait for its writer, and nothing can be read twice from it. */
function notRegular(path: string): LogError {
  return new LogError({
    kind: 'unreadable',
    path,
    reason: 'it is a pipe or a device, not a file',
    remedy: 'save the log to a file and name that',
  });
}

function noLog(path: string, scan: Scan): LogError {
  const looked = scan.files === 0 ? 'it holds no file' : `looked into ${scan.files} files`;
  return new LogError({
    kind: 'not-a-log',
    path,
    reason: `no reward log in this folder (${scan.files === 1 ? 'looked into 1 file' : looked})`,
    remedy: 'name the log itself, with --metric KEY if its reward has an unusual name',
  });
}

function cutShort(path: string): LogError {
  return new LogError({
    kind: 'too-large',
    path,
    reason: `the scan stopped at ${SCAN_LIMITS.entries} entries or ${SCAN_LIMITS.depth} folders deep`,
    remedy: 'name a folder further down',
  });
}
