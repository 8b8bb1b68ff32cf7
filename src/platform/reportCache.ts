import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Report } from '../report/report';

const SCHEMA = 'grpo-dynamics/report@1';

/** Reports kept on disk by content key, one file a log: what an interrupted scan has done, the next one finds. */
export class ReportCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The Reports under a key; null where there are none that can be read. */
  async find(key: string): Promise<readonly Report[] | null> {
    try {
      const kept: unknown = JSON.parse(await readFile(this.#fileOf(key), 'utf8'));
      return isReports(kept) ? kept : null;
    } catch {
      return null;
    }
  }

  /** Keeps Reports under a key. Written aside and renamed, so that a scan that is cut off leaves no half of a file. */
  async keep(key: string, reports: readonly Report[]): Promise<void> {
    const file = this.#fileOf(key);
    await mkdir(path.dirname(file), { recursive: true });
    const aside = `${file}.${process.pid}`;
    await writeFile(aside, JSON.stringify(reports));
    await rename(aside, file);
  }

  /** Spread over 256 folders: some file systems are slow with thousands of files in one. */
  #fileOf(key: string): string {
    return path.join(this.#folder, key.slice(0, 2), `${key.slice(2)}.json`);
  }
}

function isReports(kept: unknown): kept is readonly Report[] {
  return (
    Array.isArray(kept) &&
    kept.length > 0 &&
    kept.every(
      (one: unknown) => typeof one === 'object' && one !== null && 'schema' in one && one.schema === SCHEMA,
    )
  );
}
