import type { Disposable } from '../emitter';
import type { LogIndex } from '../logIndex';
import type { LogView } from '../logView';
import type { LogComparer } from './logComparer';

/** What following logs needs. */
export interface FollowHost {
  readonly index: Pick<LogIndex, 'onDidChange' | 'look' | 'isKnown' | 'analyse'>;
  /** Each `follow` of a log is ended by one `unfollow`. */
  readonly follow: (key: string) => void;
  readonly unfollow: (key: string) => void;
  readonly comparer: Pick<LogComparer, 'identity'>;
}

interface Followed {
  /** The bytes that were compared last. */
  identity: string | null;
  /** What the index has said of those bytes; null before it has said anything. */
  seen: LogView | null;
}

/** The logs of a comparison: tells when the index has read one of them anew. */
export class LogsFollowed implements Disposable {
  readonly #host: FollowHost;
  /** Null from when a log is followed until its bytes are known: nothing said in between is news. */
  readonly #logs = new Map<string, Followed | null>();
  readonly #subscription: Disposable;

  constructor(host: FollowHost, onChange: () => void) {
    this.#host = host;
    this.#subscription = host.index.onDidChange((key) => {
      if (this.#isNews(key)) onChange();
    });
  }

  /** These logs are about to be compared, unless `signal` ends that: another comparison may follow them already. */
  async before(keys: readonly string[], signal: AbortSignal): Promise<void> {
    const { index, comparer } = this.#host;
    const isOver = (): boolean => signal.aborted;
    if (isOver()) return;
    this.#letGo((key) => !keys.includes(key));
    for (const key of keys) {
      this.#follow(key);
      const identity = await comparer.identity(key);
      if (isOver()) return;
      const view = index.look(key);
      const isCurrent = view.kind === 'analysed' && view.stat.identity === identity;
      this.#logs.set(key, { identity, seen: isCurrent ? view : null });
    }
  }

  /** What is followed was compared: the index, which hears of changes, has to know it. */
  after(): void {
    for (const key of this.#logs.keys())
      if (!this.#host.index.isKnown(key) || this.#host.index.look(key).kind === 'unknown')
        void this.#host.index.analyse(key, { urgency: 'now', evenIfNoLog: true });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#letGo(() => true);
  }

  /** Known before anything is waited for: whoever comes meanwhile must not follow it a second time. */
  #follow(key: string): void {
    if (this.#logs.has(key)) return;
    this.#logs.set(key, null);
    this.#host.follow(key);
  }

  #letGo(isOld: (key: string) => boolean): void {
    for (const key of [...this.#logs.keys()].filter(isOld)) {
      this.#host.unfollow(key);
      this.#logs.delete(key);
    }
  }

  /** Whether the index says something of a log that the last comparison did not know. */
  #isNews(key: string): boolean {
    const followed = this.#logs.get(key) ?? null;
    const view = this.#host.index.look(key);
    if (followed === null || view.kind !== 'analysed' || view === followed.seen) return false;
    const isFirst = followed.seen === null && view.stat.identity === followed.identity;
    followed.seen = view;
    return !isFirst;
  }
}
