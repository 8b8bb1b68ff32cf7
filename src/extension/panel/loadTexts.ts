import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Texts } from './texts';

/** The makers of texts; read from `dist/texts.js` beside this bundle when they are first needed. */
export function loadTexts(): Promise<Texts> {
  const texts = createRequire(__filename)(path.join(__dirname, 'texts.js')) as Texts;
  texts.speak(vscode.l10n.bundle);
  return Promise.resolve(texts);
}
