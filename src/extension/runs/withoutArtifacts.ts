const ARTIFACTS = '/artifacts/';

/**
 * Files without those that an MLflow run keeps as its artifacts (a `meta.yaml` stands beside their folder): they are copies
 * of what the run's script wrote, and the run itself is in the list.
 */
export function withoutArtifacts(keys: readonly string[]): readonly string[] {
  const all = new Set(keys);
  return keys.filter((key) => !foldersAround(key).some((folder) => all.has(`${folder}/meta.yaml`)));
}

/** The folders that hold a folder `artifacts` around this file. */
function foldersAround(key: string): string[] {
  const folders: string[] = [];
  for (let at = key.indexOf(ARTIFACTS); at >= 0; at = key.indexOf(ARTIFACTS, at + 1))
    folders.push(key.slice(0, at));
  return folders;
}
