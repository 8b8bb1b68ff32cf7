import * as vscode from 'vscode';
import { DebounceByKey } from './debounce';
import type { LogIndex } from './logIndex';

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
  readonly #outside = new Map<string, vscode.Disposable>();
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

  /** Watches a file by itself if no workspace folder covers it. */
  follow(uri: vscode.Uri): void {
    const key = uri.toString();
    const covered = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    if (covered || uri.scheme !== 'file' || this.#outside.has(key)) return;
    const folder = vscode.Uri.joinPath(uri, '..');
    const pattern = new vscode.RelativePattern(
      folder,
      globLiteral(uri.path.slice(uri.path.lastIndexOf('/') + 1)),
    );
    this.#outside.set(key, this.#listen(vscode.workspace.createFileSystemWatcher(pattern)));
  }

  unfollow(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#outside.get(key)?.dispose();
    this.#outside.delete(key);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#debounce.dispose();
    for (const watcher of this.#outside.values()) watcher.dispose();
  }

  #listen(watcher: vscode.FileSystemWatcher): vscode.Disposable {
    watcher.onDidCreate((uri) => this.#touch(uri));
    watcher.onDidChange((uri) => this.#touch(uri));
    watcher.onDidDelete((uri) => this.#touchUnder(uri));
    return watcher;
  }

  #touch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#index.isKnown(key)) this.#debounce.touch(key);
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
