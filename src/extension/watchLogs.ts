import * as vscode from 'vscode';
import { DebounceByKey } from './debounce';
import type { LogIndex } from './logIndex';
import { pollFile } from './pollFile';
import { sharesRun } from './sharesRun';
import { SharedByKey } from './sharedByKey';

const DELAY_MS = 300;
const MAX_WAIT_MS = 2_000;

/**
 * Tells the index of files that are created, changed, deleted or renamed: everywhere in the workspace, and of
 * single files outside it while they are open. The pattern is `**`, because a folder's deletion is one event
 * with the folder's name.
 */
export class LogWatcher implements vscode.Disposable {
  readonly #index: LogIndex;
  readonly #debounce: DebounceByKey;
  readonly #single = new SharedByKey((key) =>
    vscode.Disposable.from(this.#watchOutside(vscode.Uri.parse(key)), pollFile(this.#index, key)),
  );
  readonly #subscriptions: vscode.Disposable;

  constructor(index: LogIndex) {
    this.#index = index;
    this.#debounce = new DebounceByKey(DELAY_MS, MAX_WAIT_MS, (key) => void index.refresh(key));
    this.#subscriptions = vscode.Disposable.from(
      this.#listen(vscode.workspace.createFileSystemWatcher('**')),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#touch(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.#touchUnder(uri))),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        files.forEach(({ oldUri }) => this.#touchUnder(oldUri)),
      ),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.follow(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.unfollow(uri)),
    );
    for (const { uri } of vscode.workspace.textDocuments) this.follow(uri);
  }

  /** Watches a file by itself if no workspace folder covers it, until each who asked for it has let go. */
  follow(uri: vscode.Uri): void {
    if (uri.scheme === 'file') this.#single.take(uri.toString());
  }

  /** Ends one `follow`: an editor and a panel of one file do not end each other's. */
  unfollow(uri: vscode.Uri): void {
    if (uri.scheme === 'file') this.#single.release(uri.toString());
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#debounce.dispose();
    this.#single.dispose();
  }

  #watchOutside(uri: vscode.Uri): vscode.Disposable {
    if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return new vscode.Disposable(() => undefined);
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = globLiteral(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    return this.#listen(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name)));
  }

  #listen(watcher: vscode.FileSystemWatcher): vscode.Disposable {
    watcher.onDidCreate((uri) => this.#touch(uri));
    watcher.onDidChange((uri) => this.#touch(uri));
    watcher.onDidDelete((uri) => this.#touchUnder(uri));
    return watcher;
  }

  /** The file itself, and of a run of several files the others: each of them shows the whole run. */
  #touch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#index.isKnown(key)) this.#debounce.touch(key);
    for (const other of this.#index.keys())
      if (other !== key && sharesRun(other, key)) this.#debounce.touch(other);
  }

  /** The file itself, or every file that was in this folder. */
  #touchUnder(uri: vscode.Uri): void {
    const key = uri.toString();
    for (const known of this.#index.keys()) {
      if (known === key || known.startsWith(`${key}/`)) this.#debounce.touch(known);
    }
  }
}

/** A file name as a glob that matches nothing else. */
function globLiteral(name: string): string {
  return name.replace(/[[\]{}*?]/g, (character) => `[${character}]`);
}
