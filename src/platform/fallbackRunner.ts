import type { JobCall, JobRunner } from './engineClient';
import type { Job, JobResults } from './engineJob';
import { WorkersMissingError } from './workerClient';

/** Runs jobs by `first` until it turns out that workers are missing here, and by `second` from then on. */
export class FallbackRunner implements JobRunner {
  readonly #second: JobRunner;
  readonly #onFallback: (reason: string) => void;
  #now: JobRunner;

  constructor(first: JobRunner, second: JobRunner, onFallback: (reason: string) => void) {
    this.#now = first;
    this.#second = second;
    this.#onFallback = onFallback;
  }

  async run<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]> {
    try {
      return await this.#now.run(job, call);
    } catch (error) {
      if (!(error instanceof WorkersMissingError)) throw error;
      this.#fallBack(error.message);
      return this.#second.run(job, call);
    }
  }

  dispose(): void {
    this.#now.dispose();
    this.#second.dispose();
  }

  #fallBack(reason: string): void {
    if (this.#now === this.#second) return;
    this.#now.dispose();
    this.#now = this.#second;
    this.#onFallback(reason);
  }
}
