import * as vscode from 'vscode';
import type { Listen } from './emitter';
import { isReadableScheme } from './logFiles';

/** What the active tab is about: the file it edits, or the log a panel shows. */
export class ActiveFile implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #panelUri: () => vscode.Uri | null;
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(panels: {
    readonly activeUri: () => vscode.Uri | null;
    readonly onDidChangeActive: Listen<void>;
  }) {
    this.#panelUri = panels.activeUri;
    const changed = (): void => this.#changed.fire();
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(changed),
      vscode.window.tabGroups.onDidChangeTabGroups(changed),
      vscode.window.onDidChangeActiveTextEditor(changed),
      panels.onDidChangeActive(changed),
    );
  }

  /** Tabs are asked before editors: a file that is too large for a text document still has its tab. */
  uri(): vscode.Uri | null {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof vscode.TabInputWebview ? this.#panelUri() : uriOf(input);
    return uri !== null && isReadableScheme(uri) ? uri : null;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}

function uriOf(input: unknown): vscode.Uri | null {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return vscode.window.activeTextEditor?.document.uri ?? null;
}
