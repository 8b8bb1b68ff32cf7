import type { ComparedLogs } from '../../analysis/compareLogs';
import type { RunRef } from '../../compareProtocol';
import { abortedError, compare, type JobCall } from '../../platform/engineClient';
import type { LogIndexHost } from '../logIndexHost';

/** What came of a comparison. */
export interface Compared extends ComparedLogs {
  /** The log of each run of the comparison, as a URI. */
  readonly uris: readonly string[];
}

/** Has runs compared by the engine, under the settings of each log as they are now. */
export class LogComparer {
  readonly #host: LogIndexHost;

  constructor(host: LogIndexHost) {
    this.#host = host;
  }

  /** Reads, fits and compares these runs, in this order. Throws a `LogError`. */
  async compare(refs: readonly RunRef[], call: JobCall): Promise<Compared> {
    if (call.signal?.aborted === true) throw abortedError(refs.at(0)?.uri ?? '');
    const keys = [...new Set(refs.map(({ uri }) => uri))];
    const logs = await Promise.all(
      keys.map(async (key) => ({
        source: await this.#host.source(key),
        options: this.#host.settings(key).options,
      })),
    );
    const wanted = refs.map(({ uri, run }) => ({ log: keys.indexOf(uri), run }));
    const compared = await compare(this.#host.runner, logs, wanted, call);
    return { ...compared, uris: compared.overlay.map(({ log }) => keys[log]) };
  }

  /** What a log's bytes are now; null where there is none. Never rejects. */
  async identity(key: string): Promise<string | null> {
    return (await this.#host.stat(key).catch(() => null))?.identity ?? null;
  }
}
