import { describe, expect, it, vi } from 'vitest';
import type { JobRunner } from './engineClient';
import type { Job } from './engineJob';
import { FallbackRunner } from './fallbackRunner';
import { WorkersMissingError } from './workerClient';

interface Deferred {
  readonly promise: Promise<null>;
  resolve(value: null): void;
  reject(error: Error): void;
}

function deferred(): Deferred {
  let settle = {} as Omit<Deferred, 'promise'>;
  const promise = new Promise<null>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}

const JOB: Job = { kind: 'recognise', source: { kind: 'file', path: '/run/log.jsonl' } };

function runner(run: () => Promise<null>, dispose = vi.fn()): JobRunner {
  return { run: run as JobRunner['run'], dispose };
}

describe('FallbackRunner', () => {
  it('runs a job by the second where workers are missing, says so once, and stays there', async () => {
    const missing = vi.fn(() => Promise.reject(new WorkersMissingError('no threads')));
    const inline = vi.fn(() => Promise.resolve(null));
    const onFallback = vi.fn();
    const disposeFirst = vi.fn();
    const fallback = new FallbackRunner(runner(missing, disposeFirst), runner(inline), onFallback);
    await Promise.all([fallback.run(JOB, {}), fallback.run(JOB, {})]);
    await fallback.run(JOB, {});
    expect(inline).toHaveBeenCalledTimes(3);
    expect(missing).toHaveBeenCalledTimes(2);
    expect(onFallback.mock.calls).toEqual([['no threads']]);
    expect(disposeFirst).toHaveBeenCalledOnce();
  });

  it('lets the jobs that run elsewhere finish, and ends the first when the last of them has', async () => {
    const healthy = deferred();
    const jobs = [() => healthy.promise, () => Promise.reject(new WorkersMissingError('died'))];
    const disposeFirst = vi.fn();
    const inline = vi.fn(() => Promise.resolve(null));
    const first = runner(() => jobs.shift()!(), disposeFirst);
    const fallback = new FallbackRunner(first, runner(inline), vi.fn());
    const running = fallback.run(JOB, {});
    await fallback.run(JOB, {});
    expect(inline).toHaveBeenCalledTimes(1);
    expect(disposeFirst).not.toHaveBeenCalled();
    healthy.resolve(null);
    await running;
    expect(inline).toHaveBeenCalledTimes(1);
    expect(disposeFirst).toHaveBeenCalledOnce();
  });

  it('takes no job by the second once it was disposed', async () => {
    const death = deferred();
    const inline = vi.fn(() => Promise.resolve(null));
    const fallback = new FallbackRunner(
      runner(() => death.promise),
      runner(inline),
      vi.fn(),
    );
    const running = fallback.run(JOB, {});
    fallback.dispose();
    death.reject(new WorkersMissingError('died'));
    await expect(running).rejects.toThrow('died');
    expect(inline).not.toHaveBeenCalled();
  });

  it('does not hide any other error', async () => {
    const second = vi.fn(() => Promise.resolve(null));
    const fallback = new FallbackRunner(
      runner(() => Promise.reject(new Error('a fault of the log'))),
      runner(second),
      vi.fn(),
    );
    await expect(fallback.run(JOB, {})).rejects.toThrow('a fault of the log');
    expect(second).not.toHaveBeenCalled();
  });
});
