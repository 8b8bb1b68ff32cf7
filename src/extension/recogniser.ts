import { recognise } from '../platform/engineClient';
import type { Recognition } from '../platform/engineJob';
import { detailOf } from './calmFailure';
import type { LogIndexHost } from './logIndexHost';
import type { Urgency } from './taskQueue';
import { TaskQueue } from './taskQueue';

const MAX_AT_ONCE = 4;

interface Known {
  readonly identity: string;
  readonly recognition: Recognition | null;
}

/** Tells reward logs from other files by a small part of them, and remembers it for as long as the file is unchanged. */
export class Recogniser {
  readonly #host: LogIndexHost;
  readonly #known = new Map<string, Known>();
  readonly #asked = new Map<string, Promise<Recognition | null>>();
  readonly #queue = new TaskQueue(MAX_AT_ONCE);

  constructor(host: LogIndexHost) {
    this.#host = host;
  }

  /** Null where the file is no reward log or cannot be read; never rejects. */
  recognise(key: string, urgency: Urgency): Promise<Recognition | null> {
    const asked = this.#asked.get(key) ?? this.#ask(key, urgency);
    if (urgency === 'now') this.#queue.promote(key);
    return asked;
  }

  /** What the file was when it was last looked at. */
  last(key: string): Recognition | null {
    return this.#known.get(key)?.recognition ?? null;
  }

  #ask(key: string, urgency: Urgency): Promise<Recognition | null> {
    const asked = this.#read(key, urgency).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async #read(key: string, urgency: Urgency): Promise<Recognition | null> {
    try {
      const stat = await this.#host.stat(key);
      if (stat === null) return null;
      const known = this.#known.get(key);
      if (known?.identity === stat.identity) return known.recognition;
      const recognition = await this.#queue.run(key, urgency, async () =>
        recognise(this.#host.runner, await this.#host.source(key)),
      );
      this.#known.set(key, { identity: stat.identity, recognition });
      return recognition;
    } catch (error) {
      this.#host.log(`not recognised: ${detailOf(error)}`);
      return null;
    }
  }
}
