import * as vscode from 'vscode';
import { CONFIG_PATHS, USER_FILE } from '../run/config/configPaths';
import { DebounceByKey } from './debounce';
import { isBesideLog } from './isBesideLog';
import type { LogIndex } from './logIndex';
import type { FileChoices } from './fileChoices';
import type { MutedModes } from './problems/mutedModes';
import type { Settings } from './settings';

const DELAY_MS = 300;
const MAX_WAIT_MS = 2_000;

/** The names under which a configuration may lie beside a log. */
const NAMES = [...new Set([USER_FILE, ...CONFIG_PATHS].map((path) => path.slice(path.lastIndexOf('/') + 1)))];

/** Who says something of logs. */
export interface OutdatedBy {
  readonly settings: Settings;
  readonly choices: FileChoices;
  readonly muted: MutedModes;
}

/** Reads logs again when what a person says of them changes: the settings, or a configuration beside them. */
export function registerOutdated(
  index: LogIndex,
  { settings, choices, muted }: OutdatedBy,
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
    muted.changed(index.keys());
    reread(() => true);
  });
  const chosen = choices.onDidChangeMetric((key) => void index.reread(key));
  const vanished = index.onDidChange((key) => forgetVanished(index, choices, key));
  return vscode.Disposable.from(debounce, watcher, changed, chosen, vanished);
}

/** A chosen column that the log no longer has is chosen no longer. */
function forgetVanished(index: LogIndex, choices: FileChoices, key: string): void {
  const view = index.look(key);
  if (view.kind === 'failed' && view.failure.kind === 'unknown-metric') choices.set(key, { metric: null });
}
