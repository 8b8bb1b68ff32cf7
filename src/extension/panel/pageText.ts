import * as vscode from 'vscode';

const kept = new Map<string, Promise<string>>();

/** The text of a file that belongs to the extension, read once. Rejects where it cannot be read, and then tries again. */
export function pageText(uri: vscode.Uri): Promise<string> {
  const key = uri.toString();
  const text = kept.get(key) ?? read(uri);
  kept.set(key, text);
  text.catch(() => kept.delete(key));
  return text;
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
