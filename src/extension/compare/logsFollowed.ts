import * as vscode from 'vscode';
import type { LogIndex } from '../logIndex';
import type { LogView } from '../logView';
import type { LogWatcher } from '../watchLogs';
import type { LogComparer } from './logComparer';

/** What following logs needs. */
export interface FollowHost {
  readonly index: LogIndex;
  readonly watcher: LogWatcher;
  readonly comparer: LogComparer;
}

interface Followed {
  /** The bytes that were compared last. */
  identity: string | null;
  /** What the index has said of those bytes; null before it has said anything. */
  seen: LogView | null;
}

/** The logs of a comparison: tells when the index has read one of them anew. */
export class LogsFollowed implements vscode.Disposable {
  readonly #host: FollowHost;
  readonly #logs = new Map<string, Followed>();
  readonly #subscription: vscode.Disposable;

  constructor(host: FollowHost, onChange: () => void) {
    this.#host = host;
    this.#subscription = vscode.Disposable.from(
      host.index.onDidChange((key) => {
        if (this.#isNews(key)) onChange();
      }),
    );
  }

  /** These logs are about to be compared. */
  async before(keys: readonly string[]): Promise<void> {
    const { index, watcher, comparer } = this.#host;
    this.#letGo((key) => !keys.includes(key));
    for (const key of keys) {
      if (!this.#logs.has(key)) watcher.follow(vscode.Uri.parse(key));
      const identity = await comparer.identity(key);
      const view = index.look(key);
      const isCurrent = view.kind === 'analysed' && view.stat.identity === identity;
      this.#logs.set(key, { identity, seen: isCurrent ? view : null });
    }
  }

  /** They were compared: the index, which hears of changes, has to know them. */
  after(keys: readonly string[]): void {
    for (const key of keys)
      if (!this.#host.index.isKnown(key) || this.#host.index.look(key).kind === 'unknown')
        void this.#host.index.analyse(key, { urgency: 'now', evenIfNoLog: true });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#letGo(() => true);
  }

  #letGo(isOld: (key: string) => boolean): void {
    for (const key of [...this.#logs.keys()].filter(isOld)) {
      this.#host.watcher.unfollow(vscode.Uri.parse(key));
      this.#logs.delete(key);
    }
  }

  /** Whether the index says something of a log that the last comparison did not know. */
  #isNews(key: string): boolean {
    const followed = this.#logs.get(key);
    const view = this.#host.index.look(key);
    if (followed === undefined || view.kind !== 'analysed' || view === followed.seen) return false;
    const isFirst = followed.seen === null && view.stat.identity === followed.identity;
    followed.seen = view;
    return !isFirst;
  }
}
