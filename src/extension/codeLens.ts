import * as vscode from 'vscode';
import { CANDIDATE_GLOB } from './candidateFiles';
import { FIT_COMMAND } from './commandNames';
import type { LogIndex } from './logIndex';
import { isReadableScheme } from './logFiles';
import { plainLabel } from './plainLabel';
import { lensLine } from './viewWords';

const FIRST_LINE = new vscode.Range(0, 0, 0, 0);

/** One lens over the first line of a recognised log; it says what hover and status bar say and opens the panel. */
class LogLens implements vscode.CodeLensProvider {
  readonly #index: LogIndex;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(index: LogIndex) {
    this.#index = index;
  }

  changed(): void {
    this.#changed.fire();
  }

  async provideCodeLenses({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const key = uri.toString();
    if (!isReadableScheme(uri) || (await this.#index.recognise(key, 'now')) === null) return [];
    void this.#index.analyse(key, { urgency: 'now' });
    const line = lensLine(this.#index.look(key));
    const command = {
      // A plain space behind the icon is not drawn.
      title: `$(graph-line)\u00a0${plainLabel(line)}`,
      tooltip: vscode.l10n.t('Show the fit and what it means'),
      command: FIT_COMMAND,
      arguments: [uri],
    };
    return [new vscode.CodeLens(FIRST_LINE, command)];
  }
}

/** Offers the lens from now on, and renews it when a log that is open has changed. */
export function registerCodeLens(index: LogIndex): vscode.Disposable {
  const lens = new LogLens(index);
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider({ pattern: CANDIDATE_GLOB }, lens),
    index.onDidChange((key) => {
      if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === key)) lens.changed();
    }),
  );
}
