import * as vscode from 'vscode';
import { loadEngine } from '../platform/loadEngine';
import type { Engine } from '../platform/inlineRunner';
import type { Translations } from '../platform/speak';
import type { WorkerPort } from '../platform/workerMessage';
import { startWorkerThread } from '../platform/workerThread';

/** A worker of the engine, in the language of the editor. */
export function startWorker(extensionUri: vscode.Uri, translations: Translations | undefined): WorkerPort {
  return startWorkerThread(bundle(extensionUri, 'worker.js'), translations);
}

/** The engine in this very thread. */
export function loadOwnEngine(extensionUri: vscode.Uri, translations: Translations | undefined): Engine {
  return loadEngine(bundle(extensionUri, 'engine.js'), translations);
}

function bundle(extensionUri: vscode.Uri, name: string): string {
  return vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath;
}
