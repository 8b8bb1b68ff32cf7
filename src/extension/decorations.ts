import * as vscode from 'vscode';
import { isCandidate } from './candidateFiles';
import type { LogIndex } from './logIndex';
import { isReadableScheme } from './logFiles';
import { PENDING_BADGE } from './badges';
import { pendingLine, signOf } from './viewWords';

const SETTING = 'grpoDynamics.decorations.enabled';

/**
 * A badge and one plain line of hover on every recognised log of the explorer. VS Code asks for the rows in view;
 * what takes longer than the recognition arrives as a change.
 */
class LogDecorations implements vscode.FileDecorationProvider {
  readonly #index: LogIndex;
  readonly #changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(index: LogIndex) {
    this.#index = index;
  }

  /** One file's decoration is out of date, or all are. */
  changed(uri: vscode.Uri | undefined): void {
    this.#changed.fire(uri);
  }

  provideFileDecoration(uri: vscode.Uri): vscode.ProviderResult<vscode.FileDecoration> {
    if (!isEnabled() || !isReadableScheme(uri) || !isCandidate(uri.path)) return undefined;
    return this.#decorate(uri.toString());
  }

  async #decorate(key: string): Promise<vscode.FileDecoration | undefined> {
    if ((await this.#index.recognise(key)) === null) return undefined;
    void this.#index.analyse(key, { urgency: 'background' });
    const sign = signOf(this.#index.look(key));
    return sign === null
      ? new vscode.FileDecoration(PENDING_BADGE, pendingLine())
      : new vscode.FileDecoration(sign.badge, sign.line);
  }
}

/** Decorates the explorer from now on. */
export function registerDecorations(index: LogIndex): vscode.Disposable {
  const decorations = new LogDecorations(index);
  return vscode.Disposable.from(
    vscode.window.registerFileDecorationProvider(decorations),
    index.onDidChange((key) => decorations.changed(vscode.Uri.parse(key))),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) decorations.changed(undefined);
    }),
  );
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration().get(SETTING, true);
}
