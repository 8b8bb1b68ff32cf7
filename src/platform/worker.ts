import { parentPort, workerData } from 'node:worker_threads';
import { runJob } from './engine';
import { speak, type Translations } from './speak';
import type { ToWorker } from './workerMessage';
import { WorkerServer } from './workerServer';

/** The entry of `dist/worker.js`, a worker thread inside the extension host's process. */
if (parentPort !== null) {
  const port = parentPort;
  speak((workerData ?? undefined) as Translations | undefined);
  const server = new WorkerServer((message) => port.postMessage(message), runJob);
  port.on('message', (message: ToWorker) => server.receive(message));
  port.postMessage({ type: 'up' });
}
