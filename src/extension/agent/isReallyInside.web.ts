import type * as vscode from 'vscode';

/** Never: an editor in a browser has no files of a disk of its own, and what it cannot follow it does not vouch for. */
export const isReallyInside: (
  uri: vscode.Uri,
  folders: readonly vscode.WorkspaceFolder[],
) => Promise<boolean> = () => Promise.resolve(false);
