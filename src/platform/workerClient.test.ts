import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogError } from '../logs/logError';
import type { Job } from './engineJob';
import { EngineError } from './jobFailure';
import {
  CANCEL_GRACE_MS,
  CANCEL_PATIENCE_MS,
  STALL_MS,
  WorkerClient,
  WorkersMissingError,
} from './workerClient';
import type { FromWorker, ToWorker, WorkerPort } from './workerMessage';

const JOB: Job = { kind: 'recognise', source: { kind: 'file', path: '/run/log.jsonl' } };
const FOUND = { format: 'jsonl', rewardKey: 'reward' } as const;

class FakeWorker implements WorkerPort {
  readonly sent: ToWorker[] = [];
  terminated = false;
  say: (message: FromWorker) => void = () => undefined;
  die: (reason: string) => void = () => undefined;

  post(message: ToWorker): void {
    this.sent.push(message);
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.say = listener;
  }

  onDeath(listener: (reason: string) => void): void {
    this.die = listener;
  }

  terminate(): void {
    this.terminated = true;
    this.die('terminated');
  }
}

describe('WorkerClient', () => {
  let workers: FakeWorker[];
  let client: WorkerClient;

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    client = new WorkerClient(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    });
  });

  afterEach(() => {
    client.dispose();
    vi.useRealTimers();
  });

  function up(index = 0): FakeWorker {
    const worker = workers[index];
    worker.say({ type: 'up' });
    return worker;
  }

  it('starts its worker with the first job, and one for all', () => {
    expect(workers).toHaveLength(0);
    void client.run(JOB, {}).catch(() => undefined);
    void client.run(JOB, {}).catch(() => undefined);
    expect(workers).toHaveLength(1);
    expect(workers[0].sent.map((message) => message.id)).toEqual([1, 2]);
  });

  it('gives each answer to who asked, whatever their order', async () => {
    const first = client.run(JOB, {});
    const second = client.run(JOB, {});
    up().say({ type: 'done', id: 2, outcome: { ok: true, value: null } });
    workers[0].say({ type: 'done', id: 1, outcome: { ok: true, value: FOUND } });
    await expect(first).resolves.toEqual(FOUND);
    await expect(second).resolves.toBeNull();
  });

  it('throws a fault of the log as a LogError with all its parts', async () => {
    const answer = client.run(JOB, {});
    const parts = { kind: 'no-reward', path: '/run/log.jsonl', line: 3, reason: 'r', remedy: 'm' } as const;
    up().say({ type: 'done', id: 1, outcome: { ok: false, failure: { kind: 'log', parts } } });
    await expect(answer).rejects.toThrow(LogError);
    await expect(answer).rejects.toMatchObject(parts);
  });

  it('throws a fault of ours without its stack in the message', async () => {
    const answer = client.run(JOB, {});
    const failure = { kind: 'internal', message: 'it stopped', detail: 'at x.ts:1' } as const;
    up().say({ type: 'done', id: 1, outcome: { ok: false, failure } });
    await expect(answer).rejects.toMatchObject({
      name: 'EngineError',
      message: 'it stopped',
      detail: 'at x.ts:1',
    });
  });

  it('reports progress of its own job only', () => {
    const onProgress = vi.fn();
    void client.run(JOB, { onProgress }).catch(() => undefined);
    up().say({ type: 'progress', id: 1, progress: { bytes: 1, totalBytes: 2 } });
    workers[0].say({ type: 'progress', id: 99, progress: { bytes: 5, totalBytes: 5 } });
    workers[0].say({ type: 'alive', id: 1 });
    expect(onProgress.mock.calls).toEqual([[{ bytes: 1, totalBytes: 2 }]]);
  });

  it('does not start a job that was cancelled before', async () => {
    await expect(client.run(JOB, { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' });
    expect(workers).toHaveLength(0);
  });

  it('tells the worker to cancel and keeps it when it answers', async () => {
    const controller = new AbortController();
    const answer = client.run(JOB, { signal: controller.signal });
    const worker = up();
    controller.abort();
    expect(worker.sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
    const parts = { kind: 'aborted', path: '/run/log.jsonl', reason: 'r', remedy: 'm' } as const;
    worker.say({ type: 'done', id: 1, outcome: { ok: false, failure: { kind: 'log', parts } } });
    await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
    vi.advanceTimersByTime(2 * CANCEL_GRACE_MS);
    expect(worker.terminated).toBe(false);
  });

  it('gives up on a cancel that is not answered, and ends a worker with nothing else in hand', async () => {
    const controller = new AbortController();
    const cancelled = client.run(JOB, { signal: controller.signal });
    const stuck = up();
    controller.abort();
    vi.advanceTimersByTime(CANCEL_GRACE_MS);
    await expect(cancelled).rejects.toMatchObject({ kind: 'aborted' });
    expect(stuck.terminated).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it('leaves the jobs beside a cancelled one alone while the worker may still answer', async () => {
    const controller = new AbortController();
    const onProgress = vi.fn();
    const cancelled = client.run(JOB, { signal: controller.signal, onProgress });
    const other = client.run(JOB, {});
    const busy = up();
    controller.abort();
    vi.advanceTimersByTime(CANCEL_GRACE_MS);
    await expect(cancelled).rejects.toMatchObject({ kind: 'aborted' });
    busy.say({ type: 'progress', id: 1, progress: { bytes: 1, totalBytes: 2 } });
    expect(onProgress).not.toHaveBeenCalled();
    const parts = { kind: 'aborted', path: '/run/log.jsonl', reason: 'r', remedy: 'm' } as const;
    busy.say({ type: 'done', id: 1, outcome: { ok: false, failure: { kind: 'log', parts } } });
    vi.advanceTimersByTime(2 * CANCEL_PATIENCE_MS);
    expect(busy.terminated).toBe(false);
    busy.say({ type: 'done', id: 2, outcome: { ok: true, value: FOUND } });
    await expect(other).resolves.toEqual(FOUND);
  });

  it('ends a worker that never answers a cancel, and moves its other jobs to a new one', async () => {
    const controller = new AbortController();
    const cancelled = client.run(JOB, { signal: controller.signal });
    const other = client.run(JOB, {});
    const stuck = up();
    controller.abort();
    vi.advanceTimersByTime(CANCEL_PATIENCE_MS);
    await expect(cancelled).rejects.toMatchObject({ kind: 'aborted' });
    expect(stuck.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(workers[1].sent).toEqual([{ type: 'run', id: 2, job: JOB }]);
    stuck.say({ type: 'done', id: 2, outcome: { ok: true, value: FOUND } });
    up(1).say({ type: 'done', id: 2, outcome: { ok: true, value: null } });
    await expect(other).resolves.toBeNull();
  });

  it('does not count the cancels of other jobs against a job', async () => {
    const other = client.run(JOB, {});
    for (let round = 0; round < 3; round++) {
      up(round);
      const controller = new AbortController();
      void client.run(JOB, { signal: controller.signal }).catch(() => undefined);
      controller.abort();
      vi.advanceTimersByTime(CANCEL_PATIENCE_MS);
      expect(workers).toHaveLength(round + 2);
    }
    up(3).die('out of memory');
    up(4).say({ type: 'done', id: 1, outcome: { ok: true, value: FOUND } });
    await expect(other).resolves.toEqual(FOUND);
  });

  it('does not count the stall of another job against a job', async () => {
    const other = client.run(JOB, {});
    for (let round = 0; round < 3; round++) {
      const worker = up(round);
      const stalled = client.run(JOB, {});
      vi.advanceTimersByTime(STALL_MS / 2);
      worker.say({ type: 'alive', id: 1 });
      vi.advanceTimersByTime(STALL_MS / 2);
      await expect(stalled).rejects.toThrow('took too long');
      expect(workers).toHaveLength(round + 2);
    }
    up(3).say({ type: 'done', id: 1, outcome: { ok: true, value: FOUND } });
    await expect(other).resolves.toEqual(FOUND);
  });

  it('starts a job once more when its worker dies, and gives up when that one dies too', async () => {
    const answer = client.run(JOB, {});
    up().die('out of memory');
    expect(workers).toHaveLength(2);
    up(1).die('out of memory');
    await expect(answer).rejects.toThrow(EngineError);
    await expect(answer).rejects.toMatchObject({ detail: 'out of memory' });
    expect(workers).toHaveLength(2);
  });

  it('works again after a crash', async () => {
    void client.run(JOB, {}).catch(() => undefined);
    up().die('crash');
    up(1).die('crash');
    const answer = client.run(JOB, {});
    up(2).say({ type: 'done', id: 2, outcome: { ok: true, value: FOUND } });
    await expect(answer).resolves.toEqual(FOUND);
  });

  it('says that workers are missing when the first one dies before it is up', async () => {
    const answer = client.run(JOB, {});
    workers[0].die('no such file');
    await expect(answer).rejects.toThrow(WorkersMissingError);
    expect(workers).toHaveLength(1);
  });

  it('says so too when starting one throws', async () => {
    const none = new WorkerClient(() => {
      throw new Error('not here');
    });
    await expect(none.run(JOB, {})).rejects.toThrow(WorkersMissingError);
  });

  it('fails a job without a sign of life, but not one that shows some', async () => {
    const answer = client.run(JOB, {});
    const worker = up();
    vi.advanceTimersByTime(STALL_MS - 1);
    worker.say({ type: 'alive', id: 1 });
    vi.advanceTimersByTime(STALL_MS - 1);
    expect(worker.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    await expect(answer).rejects.toThrow('took too long');
    expect(worker.terminated).toBe(true);
  });

  it('leaves nothing open when disposed, and takes no more jobs', async () => {
    const answer = client.run(JOB, {});
    const worker = up();
    client.dispose();
    await expect(answer).rejects.toThrow('shut down');
    expect(worker.terminated).toBe(true);
    await expect(client.run(JOB, {})).rejects.toThrow('shut down');
  });
});
