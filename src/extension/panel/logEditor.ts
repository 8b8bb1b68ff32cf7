import * as vscode from 'vscode';
import { LOG_EDITOR, OPTIONAL_LOG_EDITOR } from '../editorTypes';
import type { LogPanels } from './logPanels';

/** The panel as a read-only editor: by default for the carriers that no text editor can show, on request for any file. */
class LogEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #panels: LogPanels;

  constructor(panels: LogPanels) {
    this.#panels = panels;
  }

  /** The panel reads the file itself, so that the document is no more than its name. */
  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    this.#panels.fill(panel, uri);
  }
}

/** Opens logs as editors from now on. */
export function registerLogEditors(panels: LogPanels): vscode.Disposable {
  const editor = new LogEditor(panels);
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(LOG_EDITOR, editor),
    vscode.window.registerCustomEditorProvider(OPTIONAL_LOG_EDITOR, editor),
  );
}
