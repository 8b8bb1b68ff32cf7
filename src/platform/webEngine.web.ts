import { runJob } from './engine';
import { speak, type Translations } from './speak';
import type { ToWorker } from './workerMessage';
import { WorkerServer } from './workerServer';

export { runJob } from './engine';
export { speak } from './speak';
export { COMPARISON_COPIED, COMPARISON_SAVED, COPIED, SAVED } from './reportTexts';

/**
 * Makes this thread a worker of the engine; the first message is its language. This file is the entry of
 * `dist/web/engine.js`, which is started as a worker, and loaded by the host itself for the texts that are copied or
 * saved and where there are no workers.
 */
export function serve(scope: DedicatedWorkerGlobalScope): void {
  const server = new WorkerServer((message) => scope.postMessage(message), runJob);
  scope.onmessage = ({ data }: MessageEvent<Translations | undefined>) => {
    speak(data);
    scope.onmessage = ({ data }: MessageEvent<ToWorker>) => server.receive(data);
    scope.postMessage({ type: 'up' });
  };
}
