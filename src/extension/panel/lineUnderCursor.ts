import * as vscode from 'vscode';

/** Calls back with the 1-based line a text cursor has moved to, in any editor of this file. */
export function onLineUnderCursor(uri: vscode.Uri, listener: (line: number) => void): vscode.Disposable {
  const key = uri.toString();
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor.document.uri.toString() === key && selections.length > 0)
      listener(selections[0].active.line + 1);
  });
}
