import * as vscode from 'vscode';
import { CANDIDATE_GLOB } from '../candidateFiles';
import { isLocal } from '../localFiles';
import { excludeGlob } from './excludeGlob';
import { walkUri } from './walkUri';
import { withoutArtifacts } from './withoutArtifacts';

/** Local files that are looked into; of each a small part is read. */
export const MAX_FILES = 10_000;

/** Of a virtual folder each file is read whole, through whatever network is behind it. */
export const MAX_VIRTUAL_FILES = 300;

/** The files of all workspace folders that are worth looking into, and whether a limit ended the search. */
export async function findCandidates(
  excludes: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly keys: readonly string[]; readonly isFull: boolean }> {
  const keys = new Set<string>();
  let isFull = false;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const limit = isLocal(folder.uri) ? MAX_FILES - keys.size : MAX_VIRTUAL_FILES;
    const uris = await candidatesIn(folder, limit, excludes, signal);
    for (const uri of uris) keys.add(uri.toString());
    isFull ||= uris.length >= limit;
  }
  return { keys: withoutArtifacts([...keys]), isFull };
}

async function candidatesIn(
  folder: vscode.WorkspaceFolder,
  limit: number,
  excludes: readonly string[],
  signal: AbortSignal,
): Promise<readonly vscode.Uri[]> {
  if (signal.aborted || limit <= 0) return [];
  const leaving = new vscode.CancellationTokenSource();
  const leave = (): void => leaving.cancel();
  signal.addEventListener('abort', leave);
  try {
    const pattern = new vscode.RelativePattern(folder, CANDIDATE_GLOB);
    const left = excludeGlob(excludes, searchExclude(folder));
    const uris = await vscode.workspace.findFiles(pattern, left, limit, leaving.token);
    if (uris.length > 0 || isLocal(folder.uri)) return uris;
    // A virtual file system need not know how to search.
    return await walkUri(folder.uri, limit, signal);
  } finally {
    signal.removeEventListener('abort', leave);
    leaving.dispose();
  }
}

function searchExclude({ uri }: vscode.WorkspaceFolder): unknown {
  return vscode.workspace.getConfiguration('search', uri).get('exclude');
}
