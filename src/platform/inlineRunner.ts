import { createRequire } from 'node:module';
import type { JobCall, JobRunner } from './engineClient';
import type { Job, JobHooks, JobOutcome, JobResults } from './engineJob';
import { errorOf } from './jobFailure';
import type { speak, Translations } from './speak';
import { breathe } from './workerServer';

/** What `dist/engine.js` exports. */
export interface Engine {
  readonly runJob: (job: Job, hooks: JobHooks, signal: AbortSignal) => Promise<JobOutcome>;
  readonly speak: typeof speak;
}

/** Loads `dist/engine.js` when it is first needed: it is no part of the bundle that activation reads. */
export function loadEngine(scriptPath: string, translations?: Translations): Engine {
  const engine = createRequire(scriptPath)(scriptPath) as Engine;
  engine.speak(translations);
  return engine;
}

/** Runs jobs in the host's own thread, letting its event loop turn between chunks and stages. */
export class InlineRunner implements JobRunner {
  readonly #load: () => Engine;
  readonly #lifetime = new AbortController();

  constructor(load: () => Engine) {
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
    const outcome = await this.#load().runJob(job, hooks, signal);
    if (!outcome.ok) throw errorOf(outcome.failure);
    return outcome.value as JobResults[J['kind']];
  }

  dispose(): void {
    this.#lifetime.abort();
  }
}
