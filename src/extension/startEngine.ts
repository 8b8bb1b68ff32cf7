import type * as vscode from 'vscode';
import type { JobRunner } from '../platform/engineClient';
import { FallbackRunner } from '../platform/fallbackRunner';
import { InlineRunner } from '../platform/inlineRunner';
import { LeastBusyRunner } from '../platform/leastBusyRunner';
import type { Translations } from '../platform/speak';
import { WorkerClient } from '../platform/workerClient';
import type { WorkerPort } from '../platform/workerMessage';
import { loadOwnEngine, startWorker } from './ownEngine';

/** The engine of this host: two workers, or the same code inline where workers are missing. Nothing is loaded before the first job. */
export function startEngine(
  extensionUri: vscode.Uri,
  translations: Translations | undefined,
  note: (text: string) => void,
): JobRunner {
  const start = (): WorkerPort => startWorker(extensionUri, translations);
  const workers = new LeastBusyRunner([new WorkerClient(start), new WorkerClient(start)]);
  const inline = new InlineRunner(() => loadOwnEngine(extensionUri, translations));
  return new FallbackRunner(workers, inline, (reason) => {
    note(`worker threads do not run here (${reason}); logs are read in the extension host itself`);
  });
}
