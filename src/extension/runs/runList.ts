import type { Listen } from '../emitter';
import { Emitter } from '../emitter';
import type { LogIndex } from '../logIndex';
import { isLog } from '../logView';
import type { RunEntry } from './runEntry';
import type { RunOrder } from './runOrder';
import { matchesFilter, sortRuns } from './runOrder';
import { sparkline } from './sparkline';

/** Blocks of a sparkline: a side bar is narrow. */
const SPARK_WIDTH = 6;

/** The part of the index that the list follows. */
export type FollowedIndex = Pick<LogIndex, 'look' | 'analysesOf' | 'onDidChange'>;

/** The logs of the Runs view: what was found, as the index sees it now, in the order and by the filter a person chose. */
export class RunList {
  readonly #index: FollowedIndex;
  readonly #entries = new Map<string, RunEntry>();
  readonly #changed: Emitter<void>;
  #order: RunOrder = 'severity';
  #filter = '';

  constructor(index: FollowedIndex, onError: (error: unknown) => void) {
    this.#index = index;
    this.#changed = new Emitter(onError);
    index.onDidChange((key) => this.#follow(key));
  }

  /** What is shown may have changed. */
  get onDidChange(): Listen<void> {
    return this.#changed.event;
  }

  get filter(): string {
    return this.#filter;
  }

  /** All logs, filtered out ones too. */
  get all(): readonly RunEntry[] {
    return [...this.#entries.values()];
  }

  /** The logs to show, in order. */
  get shown(): readonly RunEntry[] {
    const matching = this.all.filter((entry) => matchesFilter(entry, this.#filter));
    return sortRuns(matching, this.#order);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  sortBy(order: RunOrder): void {
    this.#order = order;
    this.#changed.fire();
  }

  filterBy(filter: string): void {
    this.#filter = filter.trim();
    this.#changed.fire();
  }

  /** Enters a log that was found, or renews its place in time. */
  add(key: string, path: string, modifiedAt: number): void {
    const sparks = this.#entries.get(key)?.sparks ?? [];
    this.#entries.set(key, { key, path, modifiedAt, view: this.#index.look(key), sparks });
    this.#follow(key);
    this.#changed.fire();
  }

  /** Leaves out every log that a whole scan has not found again. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
    this.#changed.fire();
  }

  #follow(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    const view = this.#index.look(key);
    if (view.kind === 'gone' || view.kind === 'not-a-log') this.#entries.delete(key);
    else {
      const sparks = this.#sparksOf(key) ?? entry.sparks;
      // What was said of a log stays while it is read again.
      const keeps = view.kind !== 'unknown' && (isLog(view) || entry.view.kind === 'unknown');
      const modifiedAt = view.kind === 'analysed' ? view.stat.modifiedAt : entry.modifiedAt;
      this.#entries.set(key, { ...entry, view: keeps ? view : entry.view, sparks, modifiedAt });
    }
    this.#changed.fire();
  }

  #sparksOf(key: string): readonly string[] | null {
    const analyses = this.#index.analysesOf(key);
    return analyses && analyses.map(({ reward }) => sparkline(reward.values, SPARK_WIDTH));
  }
}
