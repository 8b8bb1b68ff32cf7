import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type * as comparing from './comparing';

/** What `dist/comparing.js` exports; read from beside this bundle when runs are first compared. */
export function loadComparing(): typeof comparing {
  const loaded = createRequire(__filename)(path.join(__dirname, 'comparing.js')) as typeof comparing;
  loaded.speak(vscode.l10n.bundle);
  return loaded;
}
