/**
 * Extensions of files that may be reward logs. The name only decides what is worth looking into: what a
 * file is, its content says. `package.json` (menus) repeats this list, and a test compares the two.
 */
export const CANDIDATE_EXTENSIONS = [
  'json',
  'jsonl',
  'ndjson',
  'csv',
  'tsv',
  'log',
  'txt',
  'out',
  'md',
  'ipynb',
  'wandb',
  'parquet',
  'db',
  'gz',
] as const;

/** Event files have no extension of their own; of an MLflow run, `meta.yaml` stands for its folder. */
const CANDIDATE = new RegExp(
  `\\.(${CANDIDATE_EXTENSIONS.join('|')})$|tfevents[^/]*$|(?:^|/)meta\\.yaml$`,
  'i',
);

/** A glob for `findFiles` and document selectors, where braces inside braces match nothing. */
export const CANDIDATE_GLOB = `**/{${CANDIDATE_EXTENSIONS.map((ending) => `*.${ending}`).join(',')},*tfevents*,meta.yaml}`;

/** Whether a path is worth looking into. */
export function isCandidate(path: string): boolean {
  return CANDIDATE.test(path);
}
