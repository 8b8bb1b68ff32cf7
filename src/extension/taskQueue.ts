/** How soon someone wants a result: a badge can wait, a person who opened the log cannot. */
export type Urgency = 'background' | 'now';

interface Waiting {
  readonly key: string;
  readonly start: () => void;
}

/**
 * Runs tasks, at most `limit` at a time. The latest asked starts first: it belongs to the rows of the explorer
 * that are in view. What is wanted `now` never waits.
 */
export class TaskQueue {
  readonly #limit: number;
  #waiting: Waiting[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Settles as the task does. */
  run<T>(key: string, urgency: Urgency, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        this.#running += 1;
        void task()
          .then(resolve, reject)
          .finally(() => this.#ended());
      };
      if (urgency === 'now' || this.#running < this.#limit) start();
      else this.#waiting.push({ key, start });
    });
  }

  /** Starts what waits under this key at once. */
  promote(key: string): void {
    const due = this.#waiting.filter((one) => one.key === key);
    this.#waiting = this.#waiting.filter((one) => one.key !== key);
    for (const one of due) one.start();
  }

  #ended(): void {
    this.#running -= 1;
    if (this.#running < this.#limit) this.#waiting.pop()?.start();
  }
}
