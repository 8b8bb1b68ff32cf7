import * as vscode from 'vscode';
import type { HostMessage, PageMessage } from '../../protocol';
import type { Calm } from '../calm';
import { COMPARE_WITH_COMMAND } from '../compare/compareWith';
import type { FileChoices } from '../fileChoices';
import type { LogIndex } from '../logIndex';
import type { LogView } from '../logView';
import { isNonEmpty } from '../nonEmpty';
import type { MutedModes } from '../problems/mutedModes';
import { analysisMessage, failedMessage, pointsMessage } from './hostMessage';
import { onLineUnderCursor } from './lineUnderCursor';
import { PageLink } from './pageLink';
import { readPageMessage } from './pageMessage';
import type { PanelMemory } from './panelMemory';
import { Replayer } from './replayer';
import { revealLine } from './revealLine';
import { ShownRun } from './shownRun';
import { takeAway } from './takeAway';

/** A person named this file: read it now, with all points, and say why if it is no log. */
const ASK = { urgency: 'now', series: true, evenIfNoLog: true } as const;

/** What a panel needs. */
export interface LogPanelHost {
  readonly index: LogIndex;
  readonly calm: Calm;
  readonly memory: PanelMemory;
  readonly choices: FileChoices;
  readonly muted: MutedModes;
}

/** One panel and the log it shows: posts what the index knows, follows its changes, answers the page. */
export class LogPanel implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #index: LogIndex;
  readonly #calm: Calm;
  readonly #memory: PanelMemory;
  readonly #choices: FileChoices;
  readonly #key: string;
  readonly #subscriptions: vscode.Disposable;
  readonly #page: PageLink;
  readonly #shown: ShownRun;
  readonly #replayer: Replayer;
  /** What the page has last been told, so that it is not told twice. */
  #told: LogView | null = null;
  /** The step the cursor is wanted at, once the page has the points. */
  #wantedStep: number | null = null;

  constructor(panel: vscode.WebviewPanel, uri: vscode.Uri, run: string | null, host: LogPanelHost) {
    this.uri = uri;
    this.#panel = panel;
    const { index } = host;
    this.#index = index;
    this.#calm = host.calm;
    this.#memory = host.memory;
    this.#choices = host.choices;
    this.#key = uri.toString();
    this.#page = new PageLink(panel.webview, uri, (error) => this.#calm.log(error));
    this.#shown = new ShownRun(this.#key, run, index, host.muted);
    this.#replayer = this.#makeReplayer();
    this.#subscriptions = vscode.Disposable.from(
      index.onDidChange((key) => {
        if (key === this.#key) this.#follow();
      }),
      host.muted.onDidChange((key) => {
        if (key !== this.#key) return;
        this.#told = null;
        this.#follow();
      }),
      index.onDidProgress(({ key, progress }) => {
        if (key === this.#key) this.#postReading(progress.bytes, progress.totalBytes);
      }),
      index.onDidReadPoints(({ key, runs }) => {
        if (key === this.#key && isNonEmpty(runs))
          this.#page.post(pointsMessage(this.#page.headingAhead(), runs, this.#shown.name));
      }),
      onLineUnderCursor(uri, (line) => {
        if (panel.visible && this.#told !== null) this.#page.post({ type: 'atLine', line });
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible) void index.refresh(this.#key);
      }),
    );
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Tells a page that is being loaded what is known, so that it need not ask and wait; asks for what is not known. */
  begin(): void {
    if (this.#page.open()) this.#ask();
  }

  /** Shows this run with the cursor on the point at this step, now or when the points are there. */
  pointAt(run: string | null, step: number | null): void {
    if (run !== this.#shown.name) {
      this.#shown.name = run;
      this.#told = null;
    }
    this.#wantedStep = step;
    this.#follow();
    this.#postPointer();
  }

  /** Reads the log again if the last reading failed: whoever runs the command once more wants another try. */
  retry(): void {
    const { kind } = this.#index.look(this.#key);
    if (kind === 'failed' || kind === 'gone') this.#index.forget(this.#key);
    this.#ask();
  }

  dispose(): void {
    this.#page.close();
    this.#replayer.forget();
    this.#subscriptions.dispose();
  }

  #makeReplayer(): Replayer {
    return new Replayer({
      shown: () => this.#shown.analysis(),
      refit: async (until, signal) =>
        (await this.#index.analyseUntil(this.#key, this.#shown.runName(), until, signal)).at(0) ?? null,
      post: (message) => this.#page.post(message),
      log: (error) => this.#calm.log(error),
    });
  }

  #receive(value: unknown): void {
    const message = readPageMessage(value);
    if (message === null) this.#calm.note(`the page sent what is no message: ${JSON.stringify(value)}`);
    else this.#calm.guard(vscode.l10n.t('answer “{0}”', message.type), () => this.#answer(message));
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        if (!this.#page.mustBeTold()) return;
        this.#told = null;
        this.#ask();
        return;
      case 'retry':
        this.#index.forget(this.#key);
        this.#ask();
        return;
      case 'cancel':
        this.#index.cancel(this.#key);
        return;
      case 'compare':
        await vscode.commands.executeCommand(COMPARE_WITH_COMMAND, this.uri, this.#shown.runName());
        return;
      case 'selectRun':
        this.#selectRun(message.index);
        return;
      case 'selectReward':
        this.#selectReward(message.index);
        return;
      case 'revealLine':
        await revealLine(this.uri, message.line);
        return;
      case 'replay':
        this.#replayer.ask(message.step);
        return;
      case 'copyText':
      case 'saveAs':
      case 'savePng':
        await takeAway(this.uri, this.#shown, message, (answer) => this.#page.post(answer));
        return;
    }
  }

  #ask(): void {
    if (this.#index.analysesOf(this.#key) === null) this.#postReading(0, null);
    else this.#follow();
    void this.#index.analyse(this.#key, ASK).then(() => this.#follow());
  }

  /** Tells the page what is known now; asks for what is not. */
  #follow(): void {
    const view = this.#index.look(this.#key);
    if (!this.#page.isOpen || view === this.#told) return;
    if (view.kind === 'reading') {
      this.#postReading(0, null);
      return;
    }
    const message = this.#messageOf(view);
    if (message === null) {
      void this.#index.analyse(this.#key, ASK).then(() => this.#follow());
      return;
    }
    this.#told = view;
    this.#replayer.forget();
    this.#page.post(message);
    this.#postPointer();
  }

  /** Null where the index has to be asked first. */
  #messageOf(view: LogView): HostMessage | null {
    if (view.kind === 'analysed') {
      const analyses = this.#shown.analyses();
      if (analyses === null) return null;
      const message = analysisMessage(
        this.#page.nextHeading(),
        analyses,
        this.#shown.name,
        view.stat.modifiedAt,
      );
      return { ...message, report: this.#shown.withMuted(message.report) };
    }
    if (view.kind === 'failed') return failedMessage(this.#page.nextHeading(), view.failure);
    if (view.kind === 'gone') return { type: 'gone', ...this.#page.nextHeading() };
    return null;
  }

  #selectRun(index: number): void {
    const analyses = this.#shown.analyses();
    if (analyses === null) return;
    const run = analyses.at(index)?.report.source.run ?? null;
    this.#shown.name = run;
    this.#memory.remember({ uri: this.#key, run });
    this.#choices.set(this.#key, { run });
    this.#told = null;
    this.#follow();
  }

  /** One of the columns that the Report on screen names; the reading that follows tells the page. */
  #selectReward(index: number): void {
    const metric = this.#shown.report()?.source.rewardColumns.at(index);
    if (metric !== undefined) this.#choices.set(this.#key, { metric });
  }

  #postReading(bytes: number, totalBytes: number | null): void {
    this.#page.post({ type: 'reading', ...this.#page.headingAhead(), bytes, totalBytes });
  }

  #postPointer(): void {
    if (this.#told === null || this.#wantedStep === null) return;
    this.#page.post({ type: 'goTo', step: this.#wantedStep });
    this.#wantedStep = null;
  }
}
