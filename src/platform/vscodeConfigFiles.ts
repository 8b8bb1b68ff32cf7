import * as vscode from 'vscode';
import { CONFIG_PATHS, PICKLE_FILE, USER_FILE } from '../run/config/configPaths';
import { MAX_CONFIG_BYTES } from '../run/config/readConfigBeside';
import type { FilesBeside } from './memoryConfigPort';

/**
 * The configuration beside a log behind `vscode.workspace.fs`, for an engine that cannot open it itself: only the named
 * files, each read only where it is small. A pickle is never read, only known to be there.
 */
export async function vscodeConfigFiles(log: vscode.Uri): Promise<FilesBeside> {
  const folder = vscode.Uri.joinPath(log, '..');
  const found = await Promise.all(
    [USER_FILE, PICKLE_FILE, ...CONFIG_PATHS].map(async (path) => {
      const bytes = await readSmall(vscode.Uri.joinPath(folder, path), path !== PICKLE_FILE);
      return bytes === undefined ? [] : [[path, bytes] as const];
    }),
  );
  return new Map(found.flat());
}

/** Undefined where there is no such file, null where it is not to be read. */
async function readSmall(uri: vscode.Uri, isWanted: boolean): Promise<Uint8Array | null | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return undefined;
    return isWanted && size <= MAX_CONFIG_BYTES ? await vscode.workspace.fs.readFile(uri) : null;
  } catch {
    return undefined;
  }
}
