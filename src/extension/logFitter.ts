import type { Analysis } from '../analysis/analysis';
import { analyse } from '../platform/engineClient';
import type { JobCall } from '../platform/engineClient';
import type { LogIndexHost } from './logIndexHost';
import type { Entry } from './logEntry';
import { TaskQueue } from './taskQueue';

/** One of the engine's lanes stays free for what a person opens. */
const MAX_AT_ONCE = 1;

/** A log that keeps changing is read again after a rest of this many times what the last reading took. */
const REST = 2;

/** Reads and fits logs one after the other, what a person waits for first. */
export class LogFitter {
  readonly #host: LogIndexHost;
  readonly #queue = new TaskQueue(MAX_AT_ONCE);

  constructor(host: LogIndexHost) {
    this.#host = host;
  }

  /** Puts this file before all others that wait. */
  promote(key: string): void {
    this.#queue.promote(key);
  }

  /** One run up to a step, for a person who waits for it; null for the log's only run. Throws a `LogError`. */
  async fitUntil(
    key: string,
    run: string | null,
    until: number,
    signal: AbortSignal,
  ): Promise<readonly Analysis[]> {
    const source = await this.#host.source(key);
    const { options } = this.#host.settings(key);
    const wanted = { ...options, until, ...(run === null ? {} : { run }) };
    return analyse(this.#host.runner, source, wanted, { signal });
  }

  /** Every run of the log, under the settings of this moment. Throws a `LogError`. */
  fit(entry: Entry, call: JobCall): Promise<readonly Analysis[]> {
    const { key, ask } = entry;
    return this.#queue.run(key, ask.urgency, async () => {
      const start = Date.now();
      const source = await this.#host.source(key);
      const { options } = this.#host.settings(key);
      const analyses = await analyse(this.#host.runner, source, options, call);
      entry.restsUntil = Date.now() + REST * (Date.now() - start);
      return analyses;
    });
  }
}
