import * as vscode from 'vscode';
import { isCandidate } from '../candidateFiles';
import { DebounceByKey } from '../debounce';
import { walkUri } from './walkUri';

/** A trainer writes its first rows soon after it has made the file, and goes on. */
const DELAY_MS = 400;
const MAX_WAIT_MS = 2_000;

/** Files of a new folder that are looked into. */
const MAX_NEW_FILES = 200;

/**
 * Calls `meet` with files that may have become logs: new ones, and ones that were none when they were last looked at.
 * A file that is made at once with its folder has no event of its own, so that new folders are walked.
 * @param isListed whether a key needs no meeting
 */
export function watchForRuns(
  isListed: (key: string) => boolean,
  meet: (key: string) => Promise<void>,
): vscode.Disposable {
  const debounce = new DebounceByKey(DELAY_MS, MAX_WAIT_MS, (key) => void meetAll(vscode.Uri.parse(key)));
  const meetAll = async (uri: vscode.Uri): Promise<void> => {
    const found = isCandidate(uri.path) ? [uri] : await inFolder(uri);
    for (const one of found) if (!isListed(one.toString())) await meet(one.toString());
  };
  const touch = (uri: vscode.Uri): void => {
    if (!isListed(uri.toString())) debounce.touch(uri.toString());
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, false, true);
  watcher.onDidCreate(touch);
  watcher.onDidChange((uri) => {
    if (isCandidate(uri.path)) touch(uri);
  });
  return vscode.Disposable.from(watcher, debounce);
}

/** The candidates below a folder; none where it is a file, or gone. */
async function inFolder(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  return walkUri(uri, MAX_NEW_FILES, new AbortController().signal);
}
