import type { JobCall, JobRunner } from './engineClient';
import type { Job, JobResults } from './engineJob';
import { WorkersMissingError } from './workerClient';

/**
 * Runs jobs by `first` until it turns out that workers are missing here, and by `second` from then on. Jobs that
 * `first` has in hand by then are left to it: each falls back by itself if its own worker is missing too.
 */
export class FallbackRunner implements JobRunner {
  readonly #first: JobRunner;
  readonly #second: JobRunner;
  readonly #onFallback: (reason: string) => void;
  #jobsOfFirst = 0;
  #fellBack = false;
  #disposed = false;

  constructor(first: JobRunner, second: JobRunner, onFallback: (reason: string) => void) {
    this.#first = first;
    this.#second = second;
    this.#onFallback = onFallback;
  }

  async run<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]> {
    if (this.#fellBack) return this.#second.run(job, call);
    try {
      return await this.#runByFirst(job, call);
    } catch (error) {
      if (!(error instanceof WorkersMissingError) || this.#disposed) throw error;
      this.#fallBack(error.message);
      return this.#second.run(job, call);
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#first.dispose();
    this.#second.dispose();
  }

  async #runByFirst<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]> {
    this.#jobsOfFirst += 1;
    try {
      return await this.#first.run(job, call);
    } finally {
      this.#jobsOfFirst -= 1;
      this.#endIdleFirst();
    }
  }

  #fallBack(reason: string): void {
    if (this.#fellBack) return;
    this.#fellBack = true;
    this.#endIdleFirst();
    this.#onFallback(reason);
  }

  #endIdleFirst(): void {
    if (this.#fellBack && this.#jobsOfFirst === 0) this.#first.dispose();
  }
}
