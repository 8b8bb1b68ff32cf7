import type { Recognition } from '../../platform/engineJob';
import { sharesRun } from '../sharesRun';

/** What a scan needs of its host. Keys are URIs as text. */
export interface RunScanHost {
  /** Files worth looking into, at most as many as the budget, and whether there may be more. */
  find(signal: AbortSignal): Promise<{ readonly keys: readonly string[]; readonly isFull: boolean }>;
  /** Null where the file is no reward log. Never rejects. */
  recognise(key: string): Promise<Recognition | null>;
  /** ms since the epoch; null where the file is gone. */
  modifiedAt(key: string): Promise<number | null>;
  /** Reads and fits one log; never rejects. */
  fit(key: string): Promise<unknown>;
  /** A log was found. */
  onFound(key: string, modifiedAt: number): void;
  /** Something of `progress` has changed. */
  onProgress(): void;
}

/** How far a scan has come. */
export interface ScanProgress {
  readonly stage: 'idle' | 'looking' | 'fitting' | 'done' | 'stopped';
  readonly looked: number;
  readonly files: number;
  /** Whether there are more files than the budget. */
  readonly isFull: boolean;
  /** Logs found, and those of them that nobody fits before they are opened. */
  readonly logs: number;
  readonly left: number;
}

const AT_ONCE = 8;

/** Names of carriers that spread a run over several files. */
const MAY_SHARE = /tfevents|\.(?:wandb|parquet)$/;

const NOTHING: ScanProgress = { stage: 'idle', looked: 0, files: 0, isFull: false, logs: 0, left: 0 };

interface Found {
  readonly key: string;
  readonly modifiedAt: number;
}

/**
 * Looks for reward logs in the background, then fits the newest of them one after the other. What was looked into
 * before and has not changed costs nothing: the index knows it by its identity.
 */
export class RunScan {
  readonly #host: RunScanHost;
  readonly #fitted: number;
  #progress = NOTHING;
  #controller: AbortController | null = null;

  /** @param fitted of how many logs the curve is fitted */
  constructor(host: RunScanHost, fitted: number) {
    this.#host = host;
    this.#fitted = fitted;
  }

  get progress(): ScanProgress {
    return this.#progress;
  }

  /** Looks through everything, again if need be; an earlier scan ends. Rejects with what the search failed with. */
  async start(): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    try {
      await this.#scan(controller.signal);
    } finally {
      if (this.#controller === controller) this.#controller = null;
      if (!controller.signal.aborted) this.#say({ stage: 'done' });
    }
  }

  /** Ends the scan; what was found stays. */
  stop(): void {
    if (this.#controller === null) return;
    this.#controller.abort();
    this.#controller = null;
    this.#say({ stage: 'stopped' });
  }

  async #scan(signal: AbortSignal): Promise<void> {
    const isOver = (): boolean => signal.aborted;
    this.#progress = NOTHING;
    this.#say({ stage: 'looking' });
    const { keys, isFull } = await this.#host.find(signal);
    if (isOver()) return;
    this.#say({ files: keys.length, isFull });
    const found = await this.#lookInto([...keys].sort(), signal);
    const newest = [...found].sort((a, b) => b.modifiedAt - a.modifiedAt).slice(0, this.#fitted);
    if (isOver()) return;
    this.#say({ stage: 'fitting', left: found.length - newest.length });
    for (const { key } of newest) {
      if (isOver()) return;
      await this.#host.fit(key);
    }
  }

  async #lookInto(keys: readonly string[], signal: AbortSignal): Promise<readonly Found[]> {
    const found: Found[] = [];
    const runs = new Set<string>();
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let key = keys.at(next++); key !== undefined; key = keys.at(next++)) {
        const log = await this.#look(key);
        if (signal.aborted) return;
        if (log !== null && isNewRun(key, runs)) {
          found.push(log);
          this.#host.onFound(key, log.modifiedAt);
        }
        this.#say({ looked: this.#progress.looked + 1, logs: found.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return found;
  }

  async #look(key: string): Promise<Found | null> {
    if ((await this.#host.recognise(key)) === null) return null;
    const modifiedAt = await this.#host.modifiedAt(key);
    return modifiedAt === null ? null : { key, modifiedAt };
  }

  #say(change: Partial<ScanProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.#host.onProgress();
  }
}

/** Files that are read together are one run: the first that is found stands for all. */
function isNewRun(key: string, runs: Set<string>): boolean {
  if (!MAY_SHARE.test(key)) return true;
  for (const run of runs) if (sharesRun(run, key)) return false;
  runs.add(key);
  return true;
}
