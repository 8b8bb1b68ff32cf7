import * as vscode from 'vscode';
import { CONFIG_PATHS, USER_FILE } from '../run/config/configPaths';
import { DebounceByKey } from './debounce';
import { isBesideLog } from './isBesideLog';
import type { LogIndex } from './logIndex';
import type { Settings } from './settings';

const DELAY_MS = 300;
const MAX_WAIT_MS = 2_000;

/** The names under which a configuration may lie beside a log. */
const NAMES = [...new Set([USER_FILE, ...CONFIG_PATHS].map((path) => path.slice(path.lastIndexOf('/') + 1)))];

/** Reads logs again when what a person says of them changes: the settings, or a configuration beside them. */
export function registerOutdated(
  index: LogIndex,
  settings: Settings,
  onProblem: (problem: string) => void,
): vscode.Disposable {
  const reread = (isMeant: (key: string) => boolean): void =>
    index
      .keys()
      .filter(isMeant)
      .forEach((key) => void index.reread(key));
  const debounce = new DebounceByKey(DELAY_MS, MAX_WAIT_MS, (config) =>
    reread((key) => isBesideLog(config, key)),
  );
  const touch = (uri: vscode.Uri): void => debounce.touch(uri.toString());
  const watcher = vscode.workspace.createFileSystemWatcher(`**/{${NAMES.join(',')}}`);
  watcher.onDidCreate(touch);
  watcher.onDidChange(touch);
  watcher.onDidDelete(touch);
  const changed = settings.onDidChange(() => {
    settings.problems().forEach(onProblem);
    reread(() => true);
  });
  return vscode.Disposable.from(debounce, watcher, changed);
}
