import { vi } from 'vitest';
import type { Analysis } from '../src/analysis/analysis';
import type { AnalyseOptions } from '../src/analysis/options';
import { LogIndex } from '../src/extension/logIndex';
import type { LogSettings } from '../src/extension/logIndexHost';
import type { LogStat } from '../src/extension/logView';
import type { JobCall, JobRunner } from '../src/platform/engineClient';
import { abortedError } from '../src/platform/engineClient';
import type { Job } from '../src/platform/engineJob';

/** What every log of this host is recognised as. */
export const RECOGNITION = { format: 'jsonl', rewardKey: 'reward' } as const;

/** A host of a `LogIndex` whose files and engine are made of variables. */
export class FakeLogHost {
  readonly files = new Map<string, LogStat>();
  readonly jobs: string[] = [];
  readonly details: string[] = [];
  readonly options: AnalyseOptions[] = [];
  settings: LogSettings = { options: {}, backgroundLimitBytes: 1000, isLive: true, isExcluded: false };
  isLog = true;
  fails: Error | null = null;
  held: Promise<void> | null = null;
  readonly index: LogIndex;
  readonly changes: string[] = [];

  constructor() {
    const runner = { run: (job: Job, call: JobCall) => this.#run(job, call), dispose: vi.fn() };
    this.index = new LogIndex({
      runner: runner as unknown as JobRunner,
      stat: (key) => Promise.resolve(this.files.get(key) ?? null),
      source: (key) => Promise.resolve({ kind: 'file', path: key }),
      settings: () => this.settings,
      log: (detail) => this.details.push(detail),
    });
    this.index.onDidChange((key) => this.changes.push(`${key.slice(-9)} ${this.index.look(key).kind}`));
  }

  /** A file of this size is there from now on. */
  write(key: string, size: number): void {
    this.files.set(key, { identity: `${size}`, size, modifiedAt: size });
  }

  /** The file is there no longer. */
  remove(key: string): void {
    this.files.delete(key);
  }

  /** How many jobs of this kind were asked for. */
  count(kind: Job['kind']): number {
    return this.jobs.filter((job) => job === kind).length;
  }

  async #run(job: Job, call: JobCall): Promise<unknown> {
    this.jobs.push(job.kind);
    if (job.kind === 'recognise') return this.isLog ? RECOGNITION : null;
    if (job.kind === 'compare') throw new Error('no comparison is played here');
    this.options.push(job.options);
    call.onProgress?.({ bytes: 1, totalBytes: 2 });
    if (this.held !== null) await this.held;
    if (call.signal?.aborted === true) throw abortedError(job.source.path);
    if (this.fails !== null) throw this.fails;
    return [{ report: { source: { run: null } } } as unknown as Analysis];
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets what waits for promises alone come to its end. */
export async function turns(): Promise<void> {
  for (let i = 0; i < 10; i++) await turn();
}
