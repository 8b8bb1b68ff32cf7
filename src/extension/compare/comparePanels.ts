import * as vscode from 'vscode';
import type { RunRef } from '../../compareProtocol';
import { isReadableScheme } from '../logFiles';
import { fillPage, pageOptions } from '../panel/fillPage';
import { newPanelColumn } from '../panel/newPanelColumn';
import { COMPARE_TYPE } from '../panel/viewTypes';
import type { ComparePanel, ComparePanelHost } from './comparePanel';
import { loadComparing } from './loadComparing';

/** What the panels need. */
export interface ComparePanelsHost extends ComparePanelHost {
  readonly extensionUri: vscode.Uri;
}

/** The open comparisons, brought back by VS Code after a reload. */
export class ComparePanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #host: ComparePanelsHost;
  readonly #open = new Set<ComparePanel>();

  constructor(host: ComparePanelsHost) {
    this.#host = host;
  }

  /** Shows the comparison of these runs: the one that is open, or a new one. */
  show(refs: readonly RunRef[]): void {
    const open = [...this.#open].find((panel) => panel.compares(refs));
    if (open !== undefined) open.reveal();
    else
      this.#adopt(
        vscode.window.createWebviewPanel(COMPARE_TYPE, '', newPanelColumn(), {
          enableFindWidget: true,
          ...pageOptions(),
        }),
        refs,
      );
  }

  /** Called by VS Code after a reload; the state comes from the page and is checked like any of its messages. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const refs = loadComparing().readCompareState(saved);
    if (refs?.every(({ uri }) => isReadableScheme(vscode.Uri.parse(uri))) === true) this.#adopt(panel, refs);
    else {
      this.#host.calm.note(`a comparison cannot be brought back, it kept: ${JSON.stringify(saved)}`);
      panel.dispose();
    }
    return Promise.resolve();
  }

  dispose(): void {
    for (const panel of this.#open) panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, refs: readonly RunRef[]): void {
    const { extensionUri } = this.#host;
    const comparePanel = new (loadComparing().ComparePanel)(panel, refs, this.#host);
    this.#open.add(comparePanel);
    panel.onDidDispose(() => {
      comparePanel.dispose();
      this.#open.delete(comparePanel);
    });
    panel.title = vscode.l10n.t('GRPO: comparison');
    this.#host.calm.guard(vscode.l10n.t('open the panel'), () => fillPage(panel, extensionUri, 'compare'));
  }
}
