import type { Disposable } from './emitter';

interface Due {
  readonly first: number;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Calls `action` once for a burst of events with the same key: `delayMs` after the last one, but never later
 * than `maxWaitMs` after the first: a log that is written to all the time would else never be read again.
 */
export class DebounceByKey implements Disposable {
  readonly #delayMs: number;
  readonly #maxWaitMs: number;
  readonly #action: (key: string) => void;
  readonly #due = new Map<string, Due>();

  constructor(delayMs: number, maxWaitMs: number, action: (key: string) => void) {
    this.#delayMs = delayMs;
    this.#maxWaitMs = maxWaitMs;
    this.#action = action;
  }

  touch(key: string): void {
    const now = Date.now();
    const due = this.#due.get(key);
    if (due !== undefined) clearTimeout(due.timer);
    const first = due?.first ?? now;
    const wait = Math.max(0, Math.min(this.#delayMs, first + this.#maxWaitMs - now));
    const timer = setTimeout(() => {
      this.#due.delete(key);
      this.#action(key);
    }, wait);
    this.#due.set(key, { first, timer });
  }

  dispose(): void {
    for (const { timer } of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }
}
