import { expandBraces } from './expandBraces';

/** Folders that never hold a user's log and may hold a hundred thousand files. */
export const SKIPPED_FOLDERS = [
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  '__pycache__',
  'site-packages',
  '.ipynb_checkpoints',
] as const;

/**
 * The one glob of what a search leaves out: the folders above, the extension's own setting, and what the user's
 * `search.exclude` switches on. `files.exclude` needs no place here, `findFiles` adds it. Values with a `when` depend
 * on sibling files and are left.
 * @param excludes globs of the extension's setting
 * @param searchExclude the setting as it is: anything a person typed
 */
export function excludeGlob(excludes: readonly string[], searchExclude: unknown): string {
  const own = SKIPPED_FOLDERS.map((name) => `**/${name}/**`);
  const theirs = Object.entries(typeof searchExclude === 'object' ? (searchExclude ?? {}) : {})
    .filter(([, isOn]) => isOn === true)
    .flatMap(([glob]) => expandBraces(glob));
  return `{${[...new Set([...own, ...excludes.flatMap(expandBraces), ...theirs])].join(',')}}`;
}
