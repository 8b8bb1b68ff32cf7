import type { JobCall, JobRunner } from './engineClient';
import { abortedError } from './engineClient';
import type { Job, JobOutcome, JobResults } from './engineJob';
import { EngineError, errorOf } from './jobFailure';
import type { FromWorker, WorkerPort } from './workerMessage';

/** How long a worker may take to answer a cancel before it is ended and another one started. */
export const CANCEL_GRACE_MS = 500;

/** How long a job may show no sign of life: far longer than the fit of a million rows, which shows none. */
export const STALL_MS = 300_000;

/** A job is handed to a second worker when the first one died under it, and to no third. */
const MAX_ATTEMPTS = 2;

/** Workers do not run in this host: starting one threw, or it died before it reported for duty. */
export class WorkersMissingError extends Error {
  override readonly name = 'WorkersMissingError';
}

interface Pending {
  readonly id: number;
  readonly job: Job;
  readonly call: JobCall;
  readonly onAbort: () => void;
  readonly settle: (end: JobOutcome | Error) => void;
  attempts: number;
  stall: NodeJS.Timeout | null;
}

/**
 * Runs jobs in a worker that is started on first use. A cancelled job is told to stop; if the worker does not
 * answer, it is ended, and its other jobs move to a new one. So they do, once, when the worker dies.
 */
export class WorkerClient implements JobRunner {
  readonly #start: () => WorkerPort;
  readonly #pending = new Map<number, Pending>();
  #worker: WorkerPort | null = null;
  #nextId = 1;
  #everUp = false;
  #disposed = false;

  constructor(start: () => WorkerPort) {
    this.#start = start;
  }

  run<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]> {
    if (this.#disposed) return Promise.reject(endedError());
    if (call.signal?.aborted === true) return Promise.reject(abortedError(job.source.path));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const settle = (end: JobOutcome | Error): void => {
        if (end instanceof Error) reject(end);
        else if (end.ok) resolve(end.value as JobResults[J['kind']]);
        else reject(errorOf(end.failure));
      };
      const onAbort = (): void => this.#cancel(id);
      call.signal?.addEventListener('abort', onAbort);
      this.#send({ id, job, call, onAbort, settle, attempts: 0, stall: null });
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#endWorker();
    this.#finishAll(endedError);
  }

  #send(pending: Pending): void {
    const { id, job } = pending;
    this.#pending.set(id, pending);
    pending.attempts += 1;
    try {
      this.#workerNow().post({ type: 'run', id, job });
      this.#watch(pending);
    } catch (error) {
      this.#finish(pending, error instanceof Error ? error : new Error(String(error)));
    }
  }

  #workerNow(): WorkerPort {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#startNow();
    this.#worker = worker;
    worker.onMessage((message) => {
      if (this.#worker === worker) this.#receive(message);
    });
    worker.onDeath((reason) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#moveOn(reason);
    });
    return worker;
  }

  #startNow(): WorkerPort {
    try {
      return this.#start();
    } catch (error) {
      throw new WorkersMissingError(String(error));
    }
  }

  #receive(message: FromWorker): void {
    if (message.type === 'up') {
      this.#everUp = true;
      return;
    }
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    if (message.type === 'done') {
      this.#finish(pending, message.outcome);
      return;
    }
    this.#watch(pending);
    if (message.type === 'progress') pending.call.onProgress?.(message.progress);
    if (message.type === 'points') pending.call.onPoints?.(message.runs);
  }

  #cancel(id: number): void {
    const worker = this.#worker;
    worker?.post({ type: 'cancel', id });
    const grace = setTimeout(() => {
      if (this.#pending.has(id) && this.#worker === worker) this.#restart('a cancel was not answered');
    }, CANCEL_GRACE_MS);
    grace.unref();
  }

  #watch(pending: Pending): void {
    if (pending.stall !== null) clearTimeout(pending.stall);
    pending.stall = setTimeout(() => {
      const reason = `no progress for ${STALL_MS / 1000} s`;
      this.#finish(pending, new EngineError(`Reading ${pending.job.source.path} took too long`, reason));
      this.#restart(reason);
    }, STALL_MS);
    pending.stall.unref();
  }

  #restart(reason: string): void {
    this.#endWorker();
    this.#moveOn(reason);
  }

  #endWorker(): void {
    const worker = this.#worker;
    this.#worker = null;
    worker?.terminate();
  }

  /** The worker is gone: what it had in hand starts again elsewhere, unless it has been through this before. */
  #moveOn(reason: string): void {
    if (!this.#everUp) {
      this.#finishAll(() => new WorkersMissingError(reason));
      return;
    }
    for (const pending of [...this.#pending.values()]) {
      const { path } = pending.job.source;
      if (pending.call.signal?.aborted === true) this.#finish(pending, abortedError(path));
      else if (pending.attempts < MAX_ATTEMPTS) this.#send(pending);
      else this.#finish(pending, new EngineError(`Reading ${path} stopped the engine twice`, reason));
    }
  }

  #finishAll(why: () => Error): void {
    for (const pending of [...this.#pending.values()]) this.#finish(pending, why());
  }

  #finish(pending: Pending, end: JobOutcome | Error): void {
    if (pending.stall !== null) clearTimeout(pending.stall);
    pending.call.signal?.removeEventListener('abort', pending.onAbort);
    this.#pending.delete(pending.id);
    pending.settle(end);
  }
}

function endedError(): EngineError {
  return new EngineError('GRPO Dynamics is being shut down', 'The job runner was disposed.');
}
