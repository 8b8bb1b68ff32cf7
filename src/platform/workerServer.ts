import { breathe } from './breathe';
import type { Job, JobHooks, JobOutcome, JobProgress } from './engineJob';
import { failureOf } from './jobFailure';
import type { FromWorker, ToWorker } from './workerMessage';

type Post = (message: FromWorker) => void;
type RunJob = (job: Job, hooks: JobHooks, signal: AbortSignal) => Promise<JobOutcome>;

/** Progress and signs of life are sent no more often than this: a person cannot read faster. */
const REPORT_EVERY_MS = 100;

/** The worker's side of the protocol: runs jobs as they come, each until it is done or cancelled. */
export class WorkerServer {
  readonly #post: Post;
  readonly #runJob: RunJob;
  readonly #running = new Map<number, AbortController>();

  constructor(post: Post, runJob: RunJob) {
    this.#post = post;
    this.#runJob = runJob;
  }

  /** Takes a message of the host; a cancel for a job that has ended is late and means nothing. */
  receive(message: ToWorker): void {
    if (message.type === 'cancel') this.#running.get(message.id)?.abort();
    else void this.#run(message.id, message.job);
  }

  async #run(id: number, job: Job): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    const outcome = await this.#runJob(job, this.#hooksOf(id), controller.signal);
    this.#running.delete(id);
    this.#answer(id, outcome);
  }

  /** What cannot be cloned cannot be sent; the job is still told to have ended. */
  #answer(id: number, outcome: JobOutcome): void {
    try {
      this.#post({ type: 'done', id, outcome });
    } catch (error) {
      this.#post({ type: 'done', id, outcome: { ok: false, failure: failureOf(error) } });
    }
  }

  #hooksOf(id: number): JobHooks {
    let last = 0;
    const now = Date.now;
    const report = (progress: JobProgress | null): void => {
      if (now() - last < REPORT_EVERY_MS) return;
      last = now();
      this.#post(progress === null ? { type: 'alive', id } : { type: 'progress', id, progress });
    };
    return {
      onProgress: report,
      onPoints: (runs) => this.#post({ type: 'points', id, runs }),
      breathe: () => {
        report(null);
        return breathe();
      },
    };
  }
}
