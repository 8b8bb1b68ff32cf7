import * as vscode from 'vscode';
import { CONFIG_SCHEME } from './configScheme';

/** Lets VS Code show the settings of runs as read-only documents. */
export function registerConfigDocuments(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(CONFIG_SCHEME, {
    provideTextDocumentContent: ({ query }) => query,
  });
}
