import * as vscode from 'vscode';
import type { FromComparePage, RunRef, ToComparePage } from '../../compareProtocol';
import type { LogErrorParts } from '../../logs/logError';
import { plainText } from '../../report/plainText';
import type { Calm } from '../calm';
import type { CalmFailure } from '../logView';
import type { LogIndex } from '../logIndex';
import type { LogPanels } from '../panel/logPanels';
import type { LogWatcher } from '../watchLogs';
import { comparisonMessage } from './compareMessage';
import { readComparePageMessage } from './comparePageMessage';
import { openConfigDiff, type NamedConfig } from './configDiff';
import type { Compared, LogComparer } from './logComparer';
import { LogsFollowed } from './logsFollowed';
import { logsOfFolders } from './logsOfFolders';
import { copyComparison, saveComparison } from './takeComparison';
import { whyNotCompared } from './whyNotCompared';
import { workspaceFolders } from './workspaceFolders';

/** What a comparison needs. */
export interface ComparePanelHost {
  readonly comparer: LogComparer;
  readonly index: LogIndex;
  readonly watcher: LogWatcher;
  readonly panels: LogPanels;
  readonly calm: Calm;
  /** What to say of an error: those of the engine are known to the activation bundle alone. */
  readonly explain: (error: unknown) => CalmFailure;
}

/** One comparison in its panel: has the runs compared, follows their logs, answers the page. */
export class ComparePanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #host: ComparePanelHost;
  readonly #followed: LogsFollowed;
  readonly #subscription: vscode.Disposable;
  #refs: readonly RunRef[];
  #compared: Compared | null = null;
  /** Why the last comparison came to nothing; null where it did not. */
  #failure: Failed | null = null;
  /** What a person calls the runs, in their order; empty before the page has said so. */
  #names: readonly string[] = [];
  #running: AbortController | null = null;
  /** How far the comparison that is being made has come. */
  #progress: Progress | null = null;
  #revision = 0;
  #disposed = false;

  constructor(panel: vscode.WebviewPanel, refs: readonly RunRef[], host: ComparePanelHost) {
    this.#panel = panel;
    this.#refs = refs;
    this.#host = host;
    const { watcher } = host;
    const follow = (key: string): void => watcher.follow(vscode.Uri.parse(key));
    const unfollow = (key: string): void => watcher.unfollow(vscode.Uri.parse(key));
    this.#followed = new LogsFollowed({ ...host, follow, unfollow }, () => this.#compare());
    this.#subscription = panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
  }

  /** Whether these are the runs it compares, in any order. */
  compares(refs: readonly RunRef[]): boolean {
    return setOf(refs) === setOf(this.#refs);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#disposed = true;
    this.#running?.abort();
    this.#followed.dispose();
    this.#subscription.dispose();
  }

  #receive(value: unknown): void {
    const { calm } = this.#host;
    const message = readComparePageMessage(value);
    if (message === null) calm.note(`the page sent what is no message: ${JSON.stringify(value)}`);
    else calm.guard(vscode.l10n.t('answer the comparison’s page'), () => this.#answer(message));
  }

  async #answer(message: FromComparePage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#resume();
        return;
      case 'retry':
        this.#compare();
        return;
      case 'cancel':
        this.#running?.abort();
        return;
      case 'named':
        this.#names = message.names;
        this.#showTitle(message.names);
        return;
      case 'arrange':
        this.#arrange(message.places);
        return;
      case 'openFit':
        this.#openFit(message.place);
        return;
      default:
        if (this.#compared !== null) await this.#take(this.#compared, message);
    }
  }

  /** What a page that is loaded anew was told last; one that asks again while runs are compared starts nothing anew. */
  #resume(): void {
    if (this.#compared !== null) this.#postComparison(this.#compared);
    if (this.#failure !== null) this.#post(this.#failure);
    if (this.#compared !== null || this.#failure !== null) return;
    if (this.#running === null) this.#compare();
    else if (this.#progress !== null) this.#post(this.#progress);
  }

  async #take(compared: Compared, message: TakeMessage): Promise<void> {
    if (message.type === 'copyComparison') return copyComparison(compared, message.what, message.names);
    if (message.type === 'saveComparison') return saveComparison(compared, message.what, message.names);
    const { first, second, all } = message;
    const [left, right] = [first, second].map((place) => this.#namedConfig(compared, place));
    if (left !== null && right !== null)
      await openConfigDiff(left, right, all ? null : compared.overlay[first].differs[second]);
  }

  #namedConfig(compared: Compared, place: number): NamedConfig | null {
    const run = compared.overlay.at(place);
    if (run === undefined) return null;
    return { name: this.#names.at(place) ?? this.#viewOf(compared).runs[place].label, config: run.config };
  }

  /** Another order of the runs, or fewer of them. */
  #arrange(places: readonly number[]): void {
    const compared = this.#compared;
    if (compared === null) return;
    const refs = places.flatMap((place) => {
      const run = compared.overlay.at(place);
      return run === undefined ? [] : [{ uri: compared.uris[place], run: run.run }];
    });
    if (refs.length < 2) return;
    this.#refs = refs;
    this.#compare();
  }

  #openFit(place: number): void {
    const run = this.#compared?.overlay.at(place);
    if (run !== undefined && this.#compared !== null)
      this.#host.panels.showRun(vscode.Uri.parse(this.#compared.uris[place]), run.run);
  }

  #compare(): void {
    this.#running?.abort();
    const controller = new AbortController();
    this.#running = controller;
    void this.#run(this.#refs, controller).finally(() => {
      if (this.#running === controller) this.#running = null;
    });
  }

  async #run(refs: readonly RunRef[], controller: AbortController): Promise<void> {
    const { comparer, index, calm, explain } = this.#host;
    const { signal } = controller;
    this.#revision += 1;
    const revision = this.#revision;
    this.#failure = null;
    const progress = (bytes: number, totalBytes: number | null): void => {
      this.#progress = { type: 'comparing', revision, refs, bytes, totalBytes };
      this.#post(this.#progress);
    };
    progress(0, null);
    let problems: readonly LogErrorParts[] = [];
    try {
      const found = await logsOfFolders(refs, workspaceFolders(index), signal);
      if (this.#running !== controller) return;
      problems = found.problems;
      await this.#followed.before([...new Set(found.refs.map(({ uri }) => uri))], signal);
      const compared = await comparer.compare(found.refs, {
        signal,
        onProgress: ({ bytes, totalBytes }) => progress(bytes, totalBytes),
      });
      if (this.#running !== controller) return;
      this.#compared = { ...compared, failures: [...problems, ...compared.failures] };
      this.#postComparison(this.#compared);
    } catch (error) {
      if (this.#running !== controller) return;
      calm.log(error);
      const why = whyNotCompared(error, problems, explain);
      this.#failure = { type: 'compareFailed', revision, refs, ...why };
      this.#post(this.#failure);
    }
    this.#followed.after();
  }

  #viewOf(compared: Compared): Extract<ToComparePage, { type: 'comparison' }> {
    const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    return comparisonMessage(this.#revision, this.#refs, compared, pathOf);
  }

  #postComparison(compared: Compared): void {
    const message = this.#viewOf(compared);
    this.#names = [];
    this.#showTitle(message.runs.map(({ label }) => label));
    this.#post(message);
  }

  #showTitle(names: readonly string[]): void {
    const labels = names.map((name) => plainText(name)).join(' ↔ ');
    this.#panel.title = `GRPO: ${labels.length > 60 ? `${labels.slice(0, 59)}…` : labels}`;
  }

  #post(message: ToComparePage): void {
    if (this.#disposed) return;
    this.#panel.webview.postMessage(message).then(undefined, (error: unknown) => this.#host.calm.log(error));
  }
}

type Progress = Extract<ToComparePage, { type: 'comparing' }>;
type Failed = Extract<ToComparePage, { type: 'compareFailed' }>;
type TakeMessage = Extract<FromComparePage, { type: 'copyComparison' | 'saveComparison' | 'openDiff' }>;

function setOf(refs: readonly RunRef[]): string {
  return JSON.stringify(refs.map((ref) => JSON.stringify(ref)).sort());
}
