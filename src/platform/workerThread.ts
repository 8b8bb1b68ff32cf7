import { Worker } from 'node:worker_threads';
import type { Translations } from './speak';
import type { FromWorker, WorkerPort } from './workerMessage';

/**
 * Starts `dist/worker.js` as a thread that speaks the language of `translations`, English where there are none.
 * Throws where the host has no threads; a missing file is a death.
 */
export function startWorkerThread(scriptPath: string, translations?: Translations): WorkerPort {
  const worker = new Worker(scriptPath, { name: 'GRPO Dynamics', workerData: translations });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: FromWorker) => listener(message)),
    onDeath: (listener) => {
      worker.on('error', (error) => listener(error.stack ?? error.message));
      worker.on('exit', (code) => listener(`the worker ended with code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}
