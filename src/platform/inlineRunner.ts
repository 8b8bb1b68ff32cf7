import { breathe } from './breathe';
import type { JobCall, JobRunner } from './engineClient';
import type { Job, JobHooks, JobOutcome, JobResults } from './engineJob';
import { errorOf } from './jobFailure';
import type { speak } from './speak';

/** What `dist/engine.js` exports. */
export interface Engine {
  readonly runJob: (job: Job, hooks: JobHooks, signal: AbortSignal) => Promise<JobOutcome>;
  readonly speak: typeof speak;
}

/** Runs jobs in the host's own thread, letting its event loop turn between chunks and stages. */
export class InlineRunner implements JobRunner {
  readonly #load: () => Engine | Promise<Engine>;
  readonly #lifetime = new AbortController();

  constructor(load: () => Engine | Promise<Engine>) {
    this.#load = load;
  }

  async run<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]> {
    const ended = this.#lifetime.signal;
    const signal = call.signal === undefined ? ended : AbortSignal.any([call.signal, ended]);
    const hooks: JobHooks = {
      onProgress: (progress) => call.onProgress?.(progress),
      onPoints: (runs) => call.onPoints?.(runs),
      breathe,
    };
    const engine = await this.#load();
    const outcome = await engine.runJob(job, hooks, signal);
    if (!outcome.ok) throw errorOf(outcome.failure);
    return outcome.value as JobResults[J['kind']];
  }

  dispose(): void {
    this.#lifetime.abort();
  }
}
