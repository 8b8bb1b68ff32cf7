import { t } from '@vscode/l10n';
import type { JobCall, JobRunner } from './engineClient';
import { abortedError } from './engineClient';
import { pathOf, type Job, type JobOutcome, type JobResults } from './engineJob';
import { EngineError, errorOf } from './jobFailure';
import { unref } from './unref';
import type { FromWorker, WorkerPort } from './workerMessage';

/** How long a cancelled job waits for the worker's answer; then its worker is ended if nothing else is in its hands. */
export const CANCEL_GRACE_MS = 500;

/** How long a worker with other jobs may leave a cancel unanswered: far longer than one curve takes to fit. */
export const CANCEL_PATIENCE_MS = 10_000;

/** How long a job may show no sign of life: the longest stretch between two, one curve of a million rows, takes seconds. */
export const STALL_MS = 60_000;

/** A job moves on when a worker dies under it, and no further when the next one dies too. */
const MAX_DEATHS = 2;

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
  /** Workers that ended by themselves with this job in hand; those this client ended do not count. */
  deaths: number;
  stall: ReturnType<typeof setTimeout> | null;
}

/**
 * Runs jobs in a worker that is started on first use. A cancelled job is told to stop; if the worker never
 * answers, it is ended, and its other jobs move to a new one. So they do, once, when the worker dies.
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
    if (call.signal?.aborted === true) return Promise.reject(abortedError(pathOf(job)));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const settle = (end: JobOutcome | Error): void => {
        if (end instanceof Error) reject(end);
        else if (end.ok) resolve(end.value as JobResults[J['kind']]);
        else reject(errorOf(end.failure));
      };
      const onAbort = (): void => this.#cancel(id);
      call.signal?.addEventListener('abort', onAbort);
      this.#send({ id, job, call, onAbort, settle, deaths: 0, stall: null });
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
      for (const pending of this.#pending.values()) pending.deaths += 1;
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
    if (isCancelled(pending)) return;
    if (message.type === 'progress') pending.call.onProgress?.(message.progress);
    if (message.type === 'points') pending.call.onPoints?.(message.runs);
  }

  #cancel(id: number): void {
    const worker = this.#worker;
    worker?.post({ type: 'cancel', id });
    const ifUnanswered = (after: number, act: (pending: Pending) => void): void => {
      const timer = setTimeout(() => {
        const pending = this.#pending.get(id);
        if (pending !== undefined && this.#worker === worker) act(pending);
      }, after);
      unref(timer);
    };
    ifUnanswered(CANCEL_GRACE_MS, (pending) => {
      // It stays pending, because the worker still works on it; only who asked need not wait.
      pending.settle(abortedError(pathOf(pending.job)));
      if ([...this.#pending.values()].every(isCancelled)) this.#restart('a cancel was not answered');
    });
    ifUnanswered(CANCEL_PATIENCE_MS, () => this.#restart('a cancel was not answered'));
  }

  #watch(pending: Pending): void {
    if (pending.stall !== null) clearTimeout(pending.stall);
    pending.stall = setTimeout(() => {
      const reason = `no progress for ${STALL_MS / 1000} s`;
      this.#finish(pending, new EngineError(t('Reading {0} took too long', pathOf(pending.job)), reason));
      this.#restart(reason);
    }, STALL_MS);
    unref(pending.stall);
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
      const path = pathOf(pending.job);
      if (isCancelled(pending)) this.#finish(pending, abortedError(path));
      else if (pending.deaths < MAX_DEATHS) this.#send(pending);
      else this.#finish(pending, new EngineError(t('Reading {0} stopped the engine twice', path), reason));
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

function isCancelled({ call }: Pending): boolean {
  return call.signal?.aborted === true;
}

function endedError(): EngineError {
  return new EngineError(t('GRPO Dynamics is being shut down'), 'The job runner was disposed.');
}
