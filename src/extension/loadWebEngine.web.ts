import * as vscode from 'vscode';
import type * as WebEngine from '../platform/webEngine.web';
import type { Translations } from '../platform/speak';

/** Appended to `dist/web/engine.js`, whose one global is named in scripts/lib/bundles.mjs: what can be imported from it. */
const EXPORT = '\n;export const engine = grpoDynamicsEngine;';

let loading: Promise<typeof WebEngine> | null = null;

/** The text of `dist/web/engine.js`, from wherever this extension is served. */
export async function readWebEngine(extensionUri: vscode.Uri): Promise<Uint8Array<ArrayBuffer>> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'engine.js');
  return new Uint8Array(await vscode.workspace.fs.readFile(file));
}

/** The engine and its texts in this very thread, loaded when they are first needed. */
export function loadWebEngine(
  extensionUri: vscode.Uri,
  translations: Translations | undefined,
): Promise<typeof WebEngine> {
  loading ??= load(extensionUri, translations);
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

async function load(
  extensionUri: vscode.Uri,
  translations: Translations | undefined,
): Promise<typeof WebEngine> {
  const script = await readWebEngine(extensionUri);
  const url = URL.createObjectURL(new Blob([script, EXPORT], { type: 'text/javascript' }));
  try {
    const { engine } = (await import(url)) as { readonly engine: typeof WebEngine };
    engine.speak(translations);
    return engine;
  } finally {
    URL.revokeObjectURL(url);
  }
}
