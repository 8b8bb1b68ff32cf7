import * as vscode from 'vscode';
import { loadWebEngine } from '../loadWebEngine.web';
import type { Texts } from './texts';

const EXTENSION_ID = 'grpo-dynamics.grpo-dynamics';

/** The makers of texts, which are part of the engine's bundle. */
export async function loadTexts(): Promise<Texts> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  if (extension === undefined) throw new Error(`${EXTENSION_ID} is not installed under this name`);
  return loadWebEngine(extension.extensionUri, vscode.l10n.bundle);
}
