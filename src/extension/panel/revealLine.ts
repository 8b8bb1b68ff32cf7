import * as vscode from 'vscode';

/** Opens the log at a 1-based line, in the editor that shows it already, else beside the panel. */
export async function revealLine(uri: vscode.Uri, line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const row = Math.min(line, document.lineCount) - 1;
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? columnOf(uri) ?? vscode.ViewColumn.One,
    selection: new vscode.Range(row, 0, row, 0),
  });
}

/** The group that holds a tab of this file, in view or not. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  return group?.viewColumn;
}
