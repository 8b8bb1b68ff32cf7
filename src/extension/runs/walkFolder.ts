/** Names in a folder and which of them are folders themselves. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a walk needs: the entries of a folder below the root, '' for the root; rejects where it cannot be read. */
export type ReadFolder = (folder: string) => Promise<readonly FolderEntry[]>;

/**
 * Paths of the files below a root that `isWanted` takes, breadth first, at most `limit`. For workspaces that have files
 * but no search, as virtual ones may. A folder that cannot be read counts as empty.
 */
export async function walkFolder(
  read: ReadFolder,
  isWanted: (path: string) => boolean,
  isSkipped: (folderName: string) => boolean,
  limit: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const files: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    if (signal.aborted || files.length >= limit) break;
    const entries = await read(folder).catch(() => []);
    for (const { name, isFolder } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (!isFolder && isWanted(path)) files.push(path);
      if (isFolder && !isSkipped(name)) folders.push(path);
    }
  }
  return files.slice(0, limit);
}
