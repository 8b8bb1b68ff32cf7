import type * as vscode from 'vscode';
import type { Engine } from '../platform/inlineRunner';
import type { Translations } from '../platform/speak';
import { WebWorker } from '../platform/webWorker';
import type { WorkerPort } from '../platform/workerMessage';
import { loadWebEngine, readWebEngine } from './loadWebEngine.web';

/** A worker of the engine, in the language of the editor. */
export function startWorker(extensionUri: vscode.Uri, translations: Translations | undefined): WorkerPort {
  const begin = (url: string): Worker => new Worker(url, { name: 'GRPO Dynamics' });
  return new WebWorker(readWebEngine(extensionUri), translations, begin);
}

/** The engine in this very thread. */
export function loadOwnEngine(
  extensionUri: vscode.Uri,
  translations: Translations | undefined,
): Promise<Engine> {
  return loadWebEngine(extensionUri, translations);
}
