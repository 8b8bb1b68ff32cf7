import { describe, expect, it, vi } from 'vitest';
import type { JobRunner } from './engineClient';
import type { Job } from './engineJob';
import { LeastBusyRunner } from './leastBusyRunner';

const JOB: Job = { kind: 'recognise', source: { kind: 'file', path: '/run/log.jsonl' } };

function lane(): { readonly runner: JobRunner; readonly ends: (() => void)[]; readonly dispose: () => void } {
  const ends: (() => void)[] = [];
  const dispose = vi.fn();
  const run = (): Promise<null> => new Promise((resolve) => ends.push(() => resolve(null)));
  return { runner: { run: run as JobRunner['run'], dispose }, ends, dispose };
}

describe('LeastBusyRunner', () => {
  it('starts the second lane only when the first is busy, and comes back to a free one', async () => {
    const [first, second] = [lane(), lane()];
    const runner = new LeastBusyRunner([first.runner, second.runner]);
    const long = runner.run(JOB, {});
    const short = runner.run(JOB, {});
    expect([first.ends.length, second.ends.length]).toEqual([1, 1]);
    second.ends[0]();
    await short;
    void runner.run(JOB, {});
    expect([first.ends.length, second.ends.length]).toEqual([1, 2]);
    first.ends[0]();
    await long;
    void runner.run(JOB, {});
    expect(first.ends).toHaveLength(2);
  });

  it('counts a job that fails as ended', async () => {
    const failing = vi.fn(() => Promise.reject(new Error('no')));
    const second = lane();
    const runner = new LeastBusyRunner([{ run: failing, dispose: vi.fn() }, second.runner]);
    await expect(runner.run(JOB, {})).rejects.toThrow('no');
    await expect(runner.run(JOB, {})).rejects.toThrow('no');
    expect(second.ends).toHaveLength(0);
  });

  it('disposes all its lanes', () => {
    const lanes = [lane(), lane()];
    new LeastBusyRunner(lanes.map(({ runner }) => runner)).dispose();
    for (const { dispose } of lanes) expect(dispose).toHaveBeenCalledOnce();
  });
});
