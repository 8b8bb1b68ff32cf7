interface Naming {
  readonly path: string;
  /** What the label may be made of. */
  readonly parts: readonly string[];
  /** How many of the last parts it takes. */
  readonly length: number;
}

/**
 * What a person calls each of these files: the folder of a log that stands alone in it, else folder and file; further
 * folders in front where that is no name of one file only.
 * @param paths paths below the workspace, with `/`
 */
export function shortLabels(paths: readonly string[]): ReadonlyMap<string, string> {
  const perFolder = countsOf(paths.map(folderOf));
  const labels = new Map<string, string>();
  let open = paths.map((path) => namingOf(path, perFolder.get(folderOf(path)) === 1));
  while (open.length > 0) {
    for (const { path, parts, length } of open) labels.set(path, parts.slice(-length).join('/'));
    const uses = countsOf([...labels.values()]);
    const isShared = ({ path }: Naming): boolean => uses.get(labels.get(path) ?? '') !== 1;
    open = open
      .filter((one) => one.length < one.parts.length && isShared(one))
      .map((one) => ({ ...one, length: one.length + 1 }));
  }
  return labels;
}

function namingOf(path: string, isAlone: boolean): Naming {
  const parts = path.split('/').filter((part) => part !== '');
  if (isAlone && parts.length > 1) return { path, parts: parts.slice(0, -1), length: 1 };
  return { path, parts, length: 2 };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
