import { describe, expect, it, vi } from 'vitest';
import type { JobRunner } from './engineClient';
import type { Job } from './engineJob';
import { FallbackRunner } from './fallbackRunner';
import { WorkersMissingError } from './workerClient';

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
