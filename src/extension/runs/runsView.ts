import * as vscode from 'vscode';
import type { Calm } from '../calm';
import { DebounceByKey } from '../debounce';
import type { LogFiles } from '../logFiles';
import type { LogIndex } from '../logIndex';
import type { LogPanels } from '../panel/logPanels';
import type { Settings } from '../settings';
import { sharesRun } from '../sharesRun';
import { findCandidates } from './findCandidates';
import { registerRunCommands } from './runCommands';
import { RunList } from './runList';
import type { RunOrder } from './runOrder';
import { RunScan } from './runScan';
import { RunTree } from './runTree';
import { RUNS_VIEW } from './runsViewId';
import { scanWords } from './scanWords';
import { watchForRuns } from './watchForRuns';

/** Logs whose curves are fitted for the list alone, newest first. */
const FITTED = 200;

/** Progress is told after a pause, and at least this often: a scan makes some for every file. */
const DELAY_MS = 50;
const MAX_WAIT_MS = 250;

const ORDER_MEMORY = 'grpoDynamics.runOrder';

/** What the view needs. */
export interface RunsViewHost {
  readonly index: LogIndex;
  readonly files: LogFiles;
  readonly settings: Settings;
  readonly panels: LogPanels;
  readonly calm: Calm;
  readonly memory: vscode.Memento;
}

/** The Runs view of the activity bar. Nothing is looked for before the view is seen. */
export class RunsView implements vscode.Disposable {
  readonly #host: RunsViewHost;
  readonly #list: RunList;
  readonly #scan: RunScan;
  readonly #view: vscode.TreeView<unknown>;
  readonly #subscriptions: vscode.Disposable;
  readonly #telling = new DebounceByKey(DELAY_MS, MAX_WAIT_MS, () => this.#tell());
  #found = new Set<string>();

  constructor(host: RunsViewHost) {
    this.#host = host;
    const { index, calm } = host;
    this.#list = new RunList(index, (error) => calm.log(error));
    this.#scan = new RunScan(this.#scanHost(), FITTED);
    const tree = new RunTree(this.#list, () => this.#look());
    const view = vscode.window.createTreeView(RUNS_VIEW, { treeDataProvider: tree, canSelectMany: true });
    this.#view = view;
    this.#sortBy(host.memory.get<string>(ORDER_MEMORY) === 'recency' ? 'recency' : 'severity');
    this.#subscriptions = vscode.Disposable.from(
      tree,
      view,
      view.onDidChangeSelection(({ selection }) =>
        this.#setContext('areSeveralRunsSelected', selection.length > 1),
      ),
      { dispose: () => this.#scan.stop() },
      this.#telling,
      watchForRuns(
        (key) => this.#list.has(key),
        (key) => this.#meet(key),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#again()),
      host.settings.onDidChange(() => this.#again()),
      registerRunCommands({
        ...host,
        look: () => this.#look(),
        stop: () => this.#scan.stop(),
        sortBy: (order) => this.#sortBy(order),
        filter: () => this.#list.filter,
        filterBy: (filter) => this.#filterBy(filter),
        selection: () => view.selection,
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Looks through the workspace; the view's own bar moves meanwhile. */
  #look(): void {
    const { calm } = this.#host;
    const options = { location: { viewId: RUNS_VIEW } };
    calm.guard(vscode.l10n.t('look for runs'), async () => {
      await vscode.window.withProgress(options, () => this.#scanAll());
    });
  }

  async #scanAll(): Promise<void> {
    this.#found = new Set();
    const found = this.#found;
    await this.#scan.start();
    if (this.#scan.progress.stage === 'done' && found === this.#found) this.#list.keepOnly(found);
  }

  /** Looks once more if the view was ever seen. */
  #again(): void {
    if (this.#scan.progress.stage !== 'idle') this.#look();
  }

  #scanHost(): ConstructorParameters<typeof RunScan>[0] {
    const { index, files, settings } = this.#host;
    return {
      find: (signal) =>
        settings.scansWorkspace
          ? findCandidates(settings.excludes, signal)
          : Promise.resolve({ keys: index.keys(), isFull: false }),
      recognise: (key) => index.recognise(key),
      modifiedAt: async (key) => (await files.stat(key).catch(() => null))?.modifiedAt ?? null,
      fit: (key) => index.analyse(key, { urgency: 'background' }),
      onFound: (key, modifiedAt) => this.#add(key, modifiedAt),
      onProgress: () => this.#telling.touch(''),
    };
  }

  #add(key: string, modifiedAt: number): void {
    this.#found.add(key);
    this.#list.add(key, vscode.workspace.asRelativePath(vscode.Uri.parse(key)), modifiedAt);
  }

  /** A file that has changed since the scan may be a log now. */
  async #meet(key: string): Promise<void> {
    const { index, files } = this.#host;
    const isPart = this.#list.all.some((entry) => sharesRun(entry.key, key));
    if (isPart || this.#scan.progress.stage === 'idle') return;
    if ((await index.recognise(key)) === null) return;
    const stat = await files.stat(key).catch(() => null);
    if (stat === null) return;
    this.#add(key, stat.modifiedAt);
    await index.analyse(key, { urgency: 'background' });
  }

  #tell(): void {
    const { stage } = this.#scan.progress;
    this.#view.message = scanWords(this.#scan.progress);
    this.#setContext('runsStage', stage);
  }

  #sortBy(order: RunOrder): void {
    this.#list.sortBy(order);
    this.#setContext('runOrder', order);
    this.#host.memory.update(ORDER_MEMORY, order).then(undefined, (error: unknown) => {
      this.#host.calm.log(error);
    });
  }

  #filterBy(filter: string): void {
    this.#list.filterBy(filter);
    this.#view.description = this.#list.filter === '' ? '' : `“${this.#list.filter}”`;
    this.#setContext('runsAreFiltered', this.#list.filter !== '');
  }

  #setContext(name: string, value: unknown): void {
    vscode.commands
      .executeCommand('setContext', `grpoDynamics.${name}`, value)
      .then(undefined, (error: unknown) => this.#host.calm.log(error));
  }
}
