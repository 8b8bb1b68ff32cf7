import path from 'node:path';
import type { JobRunner } from '../platform/engineClient';
import { FallbackRunner } from '../platform/fallbackRunner';
import { InlineRunner, loadEngine } from '../platform/inlineRunner';
import { WorkerClient } from '../platform/workerClient';
import { startWorkerThread } from '../platform/workerThread';

/** The engine of this host: a worker thread, or the same code inline where threads are missing. Nothing is loaded before the first job. */
export function startEngine(dist: string, note: (text: string) => void): JobRunner {
  const worker = new WorkerClient(() => startWorkerThread(path.join(dist, 'worker.js')));
  const inline = new InlineRunner(() => loadEngine(path.join(dist, 'engine.js')));
  return new FallbackRunner(worker, inline, (reason) => {
    note(`worker threads do not run here (${reason}); logs are read in the extension host itself`);
  });
}
