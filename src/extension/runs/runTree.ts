import * as vscode from 'vscode';
import { DebounceByKey } from '../debounce';
import type { RunEntry } from './runEntry';
import { runItem } from './runItem';
import type { RunList } from './runList';
import type { RunNode } from './runNode';
import { runsBelow } from './runNode';
import { shortLabels } from './shortLabels';

/** A scan finds logs by the dozen: the rows are drawn again after a pause, and at least this often. */
const DELAY_MS = 100;
const MAX_WAIT_MS = 500;

/** The rows of the Runs view. VS Code asks for them only while the view is seen. */
export class RunTree implements vscode.TreeDataProvider<RunNode>, vscode.Disposable {
  readonly #list: RunList;
  readonly #onFirstAsked: () => void;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #redraw = new DebounceByKey(DELAY_MS, MAX_WAIT_MS, () => this.#changed.fire());
  readonly onDidChangeTreeData = this.#changed.event;
  #isAsked = false;

  /** @param onFirstAsked the view is seen for the first time */
  constructor(list: RunList, onFirstAsked: () => void) {
    this.#list = list;
    this.#onFirstAsked = onFirstAsked;
    list.onDidChange(() => this.#redraw.touch(''));
  }

  getTreeItem(node: RunNode): vscode.TreeItem {
    return runItem(node);
  }

  getChildren(node?: RunNode): RunNode[] {
    if (node !== undefined) return [...runsBelow(node)];
    if (!this.#isAsked) {
      this.#isAsked = true;
      this.#onFirstAsked();
    }
    const labels = shortLabels(this.#list.all.map(({ path }) => path));
    return this.#list.shown.map((entry) => ({ kind: 'log', entry, label: labelOf(entry, labels) }));
  }

  dispose(): void {
    this.#redraw.dispose();
    this.#changed.dispose();
  }
}

function labelOf({ path }: RunEntry, labels: ReadonlyMap<string, string>): string {
  return labels.get(path) ?? path;
}
