import * as vscode from 'vscode';
import type { LogIndex } from './logIndex';
import { isLog } from './logView';

/**
 * Paths of all logs that are known, for the `when` clauses of menus: `resourcePath in grpoDynamics.rewardLogPaths`
 * is right for each editor of a split window, where one flag for the active one would not be.
 */
const REWARD_LOG_PATHS = 'grpoDynamics.rewardLogPaths';

/** Whether there is any: a list is true as a flag even when it is empty. */
const HAS_REWARD_LOGS = 'grpoDynamics.hasRewardLogs';

/** Keeps the context keys true to the index. */
export function registerContextKeys(index: LogIndex, onError: (error: unknown) => void): vscode.Disposable {
  const known = new Map<string, readonly string[]>();
  const set = (key: string, value: unknown): void => {
    vscode.commands.executeCommand('setContext', key, value).then(undefined, onError);
  };
  const follow = (key: string): void => {
    const is = isLog(index.look(key));
    if (is === known.has(key)) return;
    if (is) known.set(key, pathsOf(vscode.Uri.parse(key)));
    else known.delete(key);
    set(REWARD_LOG_PATHS, [...known.values()].flat());
    set(HAS_REWARD_LOGS, known.size > 0);
  };
  return vscode.Disposable.from(index.onDidChange(follow));
}

/** `resourcePath` is the file system's path for local files and the URI's for all others. */
function pathsOf(uri: vscode.Uri): readonly string[] {
  return uri.fsPath === uri.path ? [uri.path] : [uri.fsPath, uri.path];
}
