import * as vscode from 'vscode';
import type { LogIndex } from '../logIndex';
import { walkUri } from '../runs/walkUri';
import type { FolderPort } from './logsOfFolders';

/** Folders through `vscode.workspace.fs`, of any scheme. */
export function workspaceFolders(index: Pick<LogIndex, 'recognise'>): FolderPort {
  return {
    files: async (uri, limit, signal) => {
      const folder = vscode.Uri.parse(uri);
      if (!(await isFolder(folder))) return null;
      return (await walkUri(folder, limit, signal)).map(String);
    },
    isLog: async (uri) => (await index.recognise(uri, 'now')) !== null,
  };
}

/** Why something cannot be read is for the engine to say. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
