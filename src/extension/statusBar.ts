import * as vscode from 'vscode';
import type { JobProgress } from '../platform/engineJob';
import type { ActiveFile } from './activeFile';
import { isCandidate } from './candidateFiles';
import { FIT_COMMAND } from './commandNames';
import { fileNameOf } from './logFiles';
import type { LogIndex } from './logIndex';
import type { LogView } from './logView';
import { isLog } from './logView';
import { plainLabel } from './plainLabel';
import { signOf, statusWords } from './viewWords';

/** Left of most, right of the problem counts. */
const PRIORITY = 40;

/** The state of the log in the active tab; a click opens its panel. Nothing for files that are no logs. */
export class LogStatus implements vscode.Disposable {
  readonly #index: LogIndex;
  readonly #active: ActiveFile;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  #shownKey: string | null = null;

  constructor(index: LogIndex, active: ActiveFile) {
    this.#index = index;
    this.#active = active;
    this.#item = vscode.window.createStatusBarItem(
      'grpoDynamics.status',
      vscode.StatusBarAlignment.Left,
      PRIORITY,
    );
    this.#item.name = 'GRPO Dynamics';
    this.#subscriptions = vscode.Disposable.from(
      active.onDidChange(() => void this.follow()),
      index.onDidChange((key) => {
        if (key === this.#activeKey()) void this.follow();
      }),
      index.onDidReadPoints(({ key }) => {
        if (key === this.#shownKey && index.look(key).kind === 'reading')
          this.#say(vscode.l10n.t('GRPO: fitting…'));
      }),
      index.onDidProgress(({ key, progress }) => {
        if (key === this.#shownKey && index.look(key).kind === 'reading') this.#say(reading(progress));
      }),
    );
  }

  /** Shows the log of the active tab, at once where it is known; asks for it where it is not. */
  async follow(): Promise<void> {
    const uri = this.#active.uri();
    const key = this.#activeKey();
    if (uri === null || key === null) {
      this.#hide();
      return;
    }
    this.#show(uri, this.#index.look(key));
    if ((await this.#index.recognise(key, 'now')) === null) return;
    if (this.#activeKey() !== key) return;
    if (!isLog(this.#index.look(key))) this.#show(uri, { kind: 'reading', recognition: null });
    await this.#index.analyse(key, { urgency: 'now' });
    if (this.#activeKey() === key) this.#show(uri, this.#index.look(key));
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#item.dispose();
  }

  #activeKey(): string | null {
    const uri = this.#active.uri();
    return uri !== null && isCandidate(uri.path) ? uri.toString() : null;
  }

  #show(uri: vscode.Uri, view: LogView): void {
    const text = textOf(view);
    if (text === null) {
      this.#hide();
      return;
    }
    this.#shownKey = uri.toString();
    this.#say(text);
    this.#item.tooltip = `${fileNameOf(uri)}\n${signOf(view)?.line ?? text}`;
    this.#item.command = { title: vscode.l10n.t('Show the fit'), command: FIT_COMMAND, arguments: [uri] };
    this.#item.show();
  }

  #say(text: string): void {
    this.#item.text = `$(graph-line) ${plainLabel(text)}`;
  }

  #hide(): void {
    this.#shownKey = null;
    this.#item.hide();
  }
}

function textOf(view: LogView): string | null {
  switch (view.kind) {
    case 'analysed':
      return statusWords(view.reports[0]);
    case 'reading':
      return vscode.l10n.t('GRPO: reading…');
    case 'large':
      return vscode.l10n.t('GRPO: large log');
    case 'failed':
      return (
        view.recognition &&
        (view.failure.kind === 'aborted'
          ? vscode.l10n.t('GRPO: cancelled')
          : vscode.l10n.t('GRPO: not readable'))
      );
    case 'unknown':
    case 'not-a-log':
    case 'gone':
      return null;
  }
}

function reading({ bytes, totalBytes }: JobProgress): string {
  if (totalBytes <= 0) return vscode.l10n.t('GRPO: reading…');
  return vscode.l10n.t('GRPO: reading {0} %', Math.floor((100 * bytes) / totalBytes));
}
