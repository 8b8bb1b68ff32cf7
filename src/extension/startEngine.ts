import path from 'node:path';
import type { JobRunner } from '../platform/engineClient';
import { FallbackRunner } from '../platform/fallbackRunner';
import { InlineRunner, loadEngine } from '../platform/inlineRunner';
import { LeastBusyRunner } from '../platform/leastBusyRunner';
import type { Translations } from '../platform/speak';
import { WorkerClient } from '../platform/workerClient';
import type { WorkerPort } from '../platform/workerMessage';
import { startWorkerThread } from '../platform/workerThread';

/** The engine of this host: two worker threads, or the same code inline where threads are missing. Nothing is loaded before the first job. */
export function startEngine(
  dist: string,
  translations: Translations | undefined,
  note: (text: string) => void,
): JobRunner {
  const start = (): WorkerPort => startWorkerThread(path.join(dist, 'worker.js'), translations);
  const workers = new LeastBusyRunner([new WorkerClient(start), new WorkerClient(start)]);
  const inline = new InlineRunner(() => loadEngine(path.join(dist, 'engine.js'), translations));
  return new FallbackRunner(workers, inline, (reason) => {
    note(`worker threads do not run here (${reason}); logs are read in the extension host itself`);
  });
}
