import { CONFIG_PATHS, USER_FILE } from '../run/config/configPaths';

const PATHS = new Set([USER_FILE, ...CONFIG_PATHS]);

/** Whether a file is one of those that are looked for beside this log; both are URIs as text. */
export function isBesideLog(file: string, log: string): boolean {
  if (file === log) return false;
  let folder = log.slice(0, log.lastIndexOf('/') + 1);
  for (let above = ''; folder.length > 1; above += '../') {
    if (file.startsWith(folder) && PATHS.has(above + file.slice(folder.length))) return true;
    if (above.length > LONGEST_CLIMB) return false;
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return false;
}

const LONGEST_CLIMB = Math.max(...CONFIG_PATHS.map((path) => path.lastIndexOf('../')));
