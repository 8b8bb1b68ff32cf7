import * as vscode from 'vscode';
import { isCandidate } from '../candidateFiles';
import { SKIPPED_FOLDERS } from './excludeGlob';
import type { FolderEntry } from './walkFolder';
import { walkFolder } from './walkFolder';

const SKIPPED: ReadonlySet<string> = new Set(SKIPPED_FOLDERS);

/** The files below a folder that are worth looking into, at most `limit`, without any search but the file system's own. */
export async function walkUri(
  root: vscode.Uri,
  limit: number,
  signal: AbortSignal,
): Promise<readonly vscode.Uri[]> {
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  const read = async (folder: string): Promise<readonly FolderEntry[]> =>
    (await vscode.workspace.fs.readDirectory(at(folder))).map(([name, type]) => ({
      name,
      // A link to a folder may lead back up.
      isFolder: type === vscode.FileType.Directory,
    }));
  return (await walkFolder(read, isCandidate, (name) => SKIPPED.has(name), limit, signal)).map(at);
}
