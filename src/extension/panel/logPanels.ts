import * as vscode from 'vscode';
import type { Report } from '../../report/report';
import type { Calm } from '../calm';
import type { FileChoices } from '../fileChoices';
import { isReadableScheme } from '../logFiles';
import type { LogIndex } from '../logIndex';
import type { PanelState } from '../../protocol';
import type { LogWatcher } from '../watchLogs';
import type { NonEmpty } from '../nonEmpty';
import type { MutedModes } from '../problems/mutedModes';
import { LogPanel } from './logPanel';
import { fillPage, pageOptions } from './fillPage';
import { newPanelColumn } from './newPanelColumn';
import type { PanelMemory } from './panelMemory';
import { readPanelState } from './pageMessage';
import { PANEL_TYPE } from './viewTypes';

/** What the panels need. */
export interface LogPanelsHost {
  readonly extensionUri: vscode.Uri;
  readonly index: LogIndex;
  readonly watcher: LogWatcher;
  readonly calm: Calm;
  readonly memory: PanelMemory;
  readonly choices: FileChoices;
  readonly muted: MutedModes;
}

/** The open panels: one for each log, brought back by VS Code after a reload. */
export class LogPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #host: LogPanelsHost;
  readonly #open = new Map<string, LogPanel>();
  readonly #activeChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeActive = this.#activeChanged.event;

  constructor(host: LogPanelsHost) {
    this.#host = host;
  }

  /** Shows the panel of this log: the one that is open, or a new one in the panels' column, or beside the editor. */
  show(uri: vscode.Uri): void {
    this.#showIn(uri, newPanelColumn);
  }

  /** Shows these logs next to each other, from left to right. Panels that are open stay where they are. */
  showSideBySide(uris: readonly vscode.Uri[]): void {
    uris.forEach((uri, at) => this.#showIn(uri, at === 0 ? newPanelColumn : () => vscode.ViewColumn.Beside));
  }

  #showIn(uri: vscode.Uri, column: () => vscode.ViewColumn): void {
    const open = this.#open.get(uri.toString());
    if (open !== undefined) {
      open.reveal();
      open.retry();
      return;
    }
    this.#adopt(
      vscode.window.createWebviewPanel(PANEL_TYPE, '', column(), {
        enableFindWidget: true,
        ...pageOptions(),
      }),
      uri,
      this.#host.choices.of(uri.toString()).run,
    );
  }

  /** Shows the panel of this log with the cursor on one of its steps. */
  showAt(uri: vscode.Uri, run: string | null, step: number | null): void {
    this.show(uri);
    this.#open.get(uri.toString())?.pointAt(run, step);
  }

  /** Shows this run in the log's panel, and first of all next time. */
  showRun(uri: vscode.Uri, run: string | null): void {
    this.#host.choices.set(uri.toString(), { run });
    this.showAt(uri, run, null);
  }

  /** Of a log's Reports the one that its panel shows. */
  shownReport(uri: vscode.Uri, reports: NonEmpty<Report>): Report {
    const { run } = this.#host.choices.of(uri.toString());
    return reports.find(({ source }) => source.run === run) ?? reports[0];
  }

  /** The log of the panel that has the focus. */
  readonly activeUri = (): vscode.Uri | null => {
    for (const panel of this.#open.values()) if (panel.isActive) return panel.uri;
    return null;
  };

  /** Called by VS Code after a reload; the state comes from the page and is checked like any of its messages. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const state = readPanelState(saved) ?? this.#recall(panel.title);
    const uri = state && vscode.Uri.parse(state.uri);
    if (state === null || uri === null || !isReadableScheme(uri)) {
      this.#host.calm.note(`a panel cannot be brought back, it kept: ${JSON.stringify(saved)}`);
      panel.dispose();
    } else this.#adopt(panel, uri, state.run);
    return Promise.resolve();
  }

  /** Shows a log in the editor that VS Code made for it, which it also brings back by itself. */
  fill(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    this.#fill(panel, uri, this.#host.choices.of(uri.toString()).run);
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
    this.#activeChanged.dispose();
  }

  /** What a panel showed that comes back with nothing but its title. */
  #recall(title: string): PanelState | null {
    const isIt = ({ uri }: PanelState): boolean =>
      !this.#open.has(uri) && titleOf(vscode.Uri.parse(uri)) === title;
    return this.#host.memory.states.find(isIt) ?? null;
  }

  #adopt(panel: vscode.WebviewPanel, uri: vscode.Uri, run: string | null): void {
    const key = uri.toString();
    // A panel that is brought back beside an open one of the same log would show the same twice.
    if (this.#open.has(key)) {
      panel.dispose();
      return;
    }
    const { memory } = this.#host;
    memory.remember({ uri: key, run });
    panel.onDidDispose(() => memory.forget(key));
    panel.title = titleOf(uri);
    this.#fill(panel, uri, run);
  }

  #fill(panel: vscode.WebviewPanel, uri: vscode.Uri, run: string | null): void {
    const key = uri.toString();
    const { extensionUri, watcher } = this.#host;
    const logPanel = new LogPanel(panel, uri, run, this.#host);
    if (!this.#open.has(key)) this.#open.set(key, logPanel);
    watcher.follow(uri);
    panel.onDidDispose(() => {
      logPanel.dispose();
      watcher.unfollow(uri);
      if (this.#open.get(key) === logPanel) this.#open.delete(key);
      this.#activeChanged.fire();
    });
    panel.onDidChangeViewState(() => this.#activeChanged.fire());
    this.#host.calm.guard(vscode.l10n.t('open the panel'), async () => {
      await fillPage(panel, extensionUri, 'webview');
      logPanel.begin();
    });
    this.#activeChanged.fire();
  }
}

/** Logs of different runs have the same name, so that the folder is part of the title. */
function titleOf(uri: vscode.Uri): string {
  return `GRPO: ${uri.path.split('/').slice(-2).join('/')}`;
}
