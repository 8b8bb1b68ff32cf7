import { describe, expect, it } from 'vitest';
import type { Job, JobHooks, JobOutcome } from './engineJob';
import type { FromWorker } from './workerMessage';
import { breathe } from './breathe';
import { WorkerServer } from './workerServer';

const JOB: Job = { kind: 'recognise', source: { kind: 'file', path: '/run/log.jsonl' } };
const NOTHING: JobOutcome = { ok: true, value: null };

type RunJob = (job: Job, hooks: JobHooks, signal: AbortSignal) => Promise<JobOutcome>;

function serve(runJob: RunJob): { readonly server: WorkerServer; readonly sent: FromWorker[] } {
  const sent: FromWorker[] = [];
  return { server: new WorkerServer((message) => sent.push(message), runJob), sent };
}

/** Breathes until it is cancelled. */
const untilCancelled: RunJob = async (_job, hooks, signal) => {
  while (!signal.aborted) await hooks.breathe();
  return NOTHING;
};

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await breathe();
}

describe('WorkerServer', () => {
  it('answers with the outcome under the id it was asked by', async () => {
    const { server, sent } = serve(() => Promise.resolve(NOTHING));
    server.receive({ type: 'run', id: 7, job: JOB });
    await turns(2);
    expect(sent).toEqual([{ type: 'done', id: 7, outcome: NOTHING }]);
  });

  it('answers with a failure when the result cannot be sent', async () => {
    const sent: FromWorker[] = [];
    const post = (message: FromWorker): void => {
      if (message.type === 'done' && message.outcome.ok) throw new Error('could not be cloned');
      sent.push(message);
    };
    new WorkerServer(post, () => Promise.resolve(NOTHING)).receive({ type: 'run', id: 7, job: JOB });
    await turns(2);
    expect(sent).toMatchObject([{ type: 'done', id: 7, outcome: { ok: false } }]);
  });

  it('hears a cancel while a job breathes, and cancels that job alone', async () => {
    const { server, sent } = serve(untilCancelled);
    server.receive({ type: 'run', id: 1, job: JOB });
    server.receive({ type: 'run', id: 2, job: JOB });
    await turns(3);
    server.receive({ type: 'cancel', id: 1 });
    await turns(3);
    expect(sent.filter(({ type }) => type === 'done')).toEqual([{ type: 'done', id: 1, outcome: NOTHING }]);
    server.receive({ type: 'cancel', id: 2 });
    await turns(3);
    expect(sent.filter(({ type }) => type === 'done')).toHaveLength(2);
  });

  it('does not mind a cancel that comes late', () => {
    expect(() => serve(untilCancelled).server.receive({ type: 'cancel', id: 5 })).not.toThrow();
  });

  it('sends progress, but not all of it', async () => {
    const { server, sent } = serve((_job, hooks) => {
      for (let bytes = 0; bytes < 1000; bytes++) hooks.onProgress({ bytes, totalBytes: 1000 });
      return Promise.resolve(NOTHING);
    });
    server.receive({ type: 'run', id: 1, job: JOB });
    await turns(2);
    const progress = sent.filter(({ type }) => type === 'progress');
    expect(progress[0]).toEqual({ type: 'progress', id: 1, progress: { bytes: 0, totalBytes: 1000 } });
    expect(progress.length).toBeLessThan(50);
  });
});
