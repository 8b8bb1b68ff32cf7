import { opendir, realpath, stat } from 'node:fs/promises';
import type { ByteSource } from '../logs/byteSource';
import { JoinedSource } from '../logs/joinedSource';
import { LogError } from '../logs/logError';
import { openLog } from '../platform/openLog';
import { sniffLog } from '../run/sniffLog';
import { logErrorOf } from './logErrorOf';

/** How much of a folder is looked at; reaching a limit is said. */
export interface ScanLimits {
  readonly depth: number;
  readonly entries: number;
}

/** Deep enough for any run directory, small enough that a home folder ends in seconds. */
export const SCAN_LIMITS: ScanLimits = { depth: 12, entries: 50_000 };

/** Never holds a user's log, and may hold a hundred thousand files. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  '__pycache__',
  'site-packages',
]);

/** What the folder of a run in an MLflow file store holds; what of it is read with the run, and the copies of its files. */
const MLFLOW_RUN = ['meta.yaml', 'metrics'];
const MLFLOW_PARTS: ReadonlySet<string> = new Set(['meta.yaml', 'metrics', 'params', 'tags', 'artifacts']);

/** The logs of a folder in sorted order, what could not be looked into, and whether a limit ended the scan. */
export interface Scan {
  readonly logs: readonly string[];
  readonly errors: readonly LogError[];
  readonly files: number;
  readonly cutShort: boolean;
}

/**
 * Finds the reward logs below a folder by their content, never by name alone. Sorted by path; each file and
 * folder is visited once, so that links to a parent end; what cannot be read is returned as an error. Of the event
 * files of one folder, which are one run, the first stands for all.
 */
export async function scanFolder(folder: string, limits: ScanLimits = SCAN_LIMITS): Promise<Scan> {
  const scan = new FolderScan(limits);
  await scan.visit(folder.replace(/(?<=.)\/+$/, ''), 0);
  return scan.result();
}

class FolderScan {
  private readonly logs: string[] = [];
  private readonly errors: LogError[] = [];
  private readonly seen = new Set<string>();
  private entries = 0;
  private files = 0;
  private cutShort = false;
  private readonly limits: ScanLimits;

  constructor(limits: ScanLimits) {
    this.limits = limits;
  }

  result(): Scan {
    const { logs, errors, files, cutShort } = this;
    return { logs, errors, files, cutShort };
  }

  async visit(folder: string, depth: number): Promise<void> {
    if (!(await this.isNew(folder))) return;
    if (depth > this.limits.depth) {
      this.cutShort = true;
      return;
    }
    const names = await this.namesIn(folder);
    const isRun = MLFLOW_RUN.every((name) => names.includes(name));
    if (isRun) await this.sniff(folder);
    for (const name of names) {
      if (isRun && MLFLOW_PARTS.has(name)) continue;
      if (this.entries++ >= this.limits.entries) {
        this.cutShort = true;
        return;
      }
      await this.visitEntry(folder, name, depth);
    }
  }

  private async visitEntry(folder: string, name: string, depth: number): Promise<void> {
    const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
    const found = await stat(path).catch(() => null);
    if (found === null) return;
    if (found.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(name)) await this.visit(path, depth + 1);
    } else if (found.isFile() && found.size > 0 && (await this.isNew(path))) await this.sniff(path);
  }

  private async sniff(path: string): Promise<void> {
    this.files++;
    try {
      const source = await openLog(path);
      const sniffed = await sniffLog(source);
      if (sniffed === null) return;
      this.logs.push(path);
      await this.passMembers(source);
    } catch (error) {
      this.errors.push(logErrorOf(error, path));
    }
  }

  /** The other files of a run that was found are not found again. */
  private async passMembers(source: ByteSource): Promise<void> {
    if (!(source instanceof JoinedSource)) return;
    for (const { path } of source.members) if (path !== '') await this.isNew(path);
  }

  /** False for what was visited under another name: the end of every loop of links. */
  private async isNew(path: string): Promise<boolean> {
    const real = await realpath(path).catch(() => path);
    if (this.seen.has(real)) return false;
    this.seen.add(real);
    return true;
  }

  private async namesIn(folder: string): Promise<string[]> {
    const names: string[] = [];
    try {
      for await (const entry of await opendir(folder)) names.push(entry.name);
    } catch (error) {
      this.errors.push(unreadableFolder(folder, error));
    }
    return names.sort();
  }
}

function unreadableFolder(path: string, error: unknown): LogError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new LogError({
    kind: 'unreadable',
    path,
    reason: `the folder cannot be read (${code})`,
    remedy: 'check its permissions',
  });
}
