import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type * as vscode from 'vscode';

/** Whether a file of the disk still lies in one of the folders when its links have been followed. */
export async function isReallyInside(
  uri: vscode.Uri,
  folders: readonly vscode.WorkspaceFolder[],
): Promise<boolean> {
  const file = await realpath(uri.fsPath);
  for (const folder of folders) {
    if (folder.uri.scheme !== 'file') continue;
    const root = await realpath(folder.uri.fsPath).catch(() => null);
    if (root !== null && file.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) return true;
  }
  return false;
}
