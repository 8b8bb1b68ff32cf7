import { isEventFileName } from '../logs/eventFileName';

/** Whether a change of one file changes what another, known log shows: both belong to one run (paths or URIs). */
export function sharesRun(known: string, changed: string): boolean {
  if (known === changed) return true;
  const [folder, name] = split(known);
  const [otherFolder, otherName] = split(changed);
  if (isEventFileName(name)) return folder === otherFolder && isEventFileName(otherName);
  if (name.endsWith('.parquet')) return folder === otherFolder && otherName.endsWith('.parquet');
  if (name.endsWith('.wandb')) return name === otherName && split(folder)[0] === split(otherFolder)[0];
  return (
    name === 'meta.yaml' &&
    /^\/(?:metrics|params)\//.test(changed.slice(folder.length)) &&
    changed.startsWith(folder)
  );
}

function split(path: string): readonly [string, string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}
