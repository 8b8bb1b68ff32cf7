import type { Analysis } from '../analysis/analysis';
import type { JobCall } from '../platform/engineClient';
import type { JobProgress, Recognition, RunPoints } from '../platform/engineJob';
import { unref } from '../platform/unref';
import { calmFailureOf, detailOf } from './calmFailure';
import type { Listen } from './emitter';
import { Emitter } from './emitter';
import type { Ask, Entry } from './logEntry';
import { isFollowed, joined, newEntry } from './logEntry';
import { LogFitter } from './logFitter';
import type { LogIndexHost } from './logIndexHost';
import type { LogStat, LogView } from './logView';
import { sameView } from './logView';
import { LruMap } from './lruMap';
import { Recogniser } from './recogniser';
import { reportsOf } from './reportsOf';
import type { Urgency } from './taskQueue';

/** Analyses with all their points that are kept; of the others the Reports are. */
const KEPT_ANALYSES = 24;

/**
 * Asked again so soon, a view is taken as it is: each reading of a log that is being written ends in an update
 * of its lens, which asks again. Real changes come by `refresh`, which watchers call.
 */
const FRESH_MS = 2_000;

/**
 * The one cache of what each file is and what its curve means, keyed by URI and valid for one identity of the
 * file. Nothing is read until somebody asks; while a changed file is read again, the last view stays.
 */
export class LogIndex {
  readonly #host: LogIndexHost;
  readonly #recogniser: Recogniser;
  readonly #entries = new Map<string, Entry>();
  readonly #analyses: LruMap<readonly Analysis[]> = new LruMap(KEPT_ANALYSES);
  readonly #fitter: LogFitter;
  readonly #changed: Emitter<string>;
  readonly #progressed: Emitter<{ readonly key: string; readonly progress: JobProgress }>;
  readonly #pointsRead: Emitter<{ readonly key: string; readonly runs: readonly RunPoints[] }>;

  constructor(host: LogIndexHost) {
    this.#host = host;
    this.#recogniser = new Recogniser(host);
    this.#fitter = new LogFitter(host);
    const onError = (error: unknown): void => host.log(detailOf(error));
    this.#changed = new Emitter(onError);
    this.#progressed = new Emitter(onError);
    this.#pointsRead = new Emitter(onError);
  }

  /** A file's view has changed; the value is its key. */
  get onDidChange(): Listen<string> {
    return this.#changed.event;
  }

  get onDidProgress(): Listen<{ readonly key: string; readonly progress: JobProgress }> {
    return this.#progressed.event;
  }

  /** A log has been read and is about to be fitted. */
  get onDidReadPoints(): Listen<{ readonly key: string; readonly runs: readonly RunPoints[] }> {
    return this.#pointsRead.event;
  }

  /** What is known now; asks for nothing. */
  look(key: string): LogView {
    return this.#entries.get(key)?.view ?? { kind: 'unknown' };
  }

  /** All points of the runs, while they are kept. */
  analysesOf(key: string): readonly Analysis[] | null {
    return this.#analyses.get(key) ?? null;
  }

  /** Whether anybody has asked about this key. */
  isKnown(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Every key that anybody has asked about. */
  keys(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** What the opening of the file says; null where it is no reward log or cannot be read. Never rejects. */
  recognise(key: string, urgency: Urgency = 'background'): Promise<Recognition | null> {
    this.#entryOf(key);
    if (this.#host.settings(key).isExcluded) return Promise.resolve(null);
    return this.#recogniser.recognise(key, urgency);
  }

  /** Reads and fits the file unless that is done; settles with a view, never rejects. */
  analyse(key: string, ask: Ask): Promise<LogView> {
    const entry = this.#entryOf(key);
    entry.ask = joined(entry.ask, ask);
    if (entry.running !== null) {
      if (ask.urgency === 'now') this.#fitter.promote(key);
      return entry.running.done;
    }
    const controller = new AbortController();
    const done = this.#analyse(entry, ask, controller.signal).finally(() => this.#ended(entry));
    entry.running = { done, controller };
    return done;
  }

  /** What a run would have been with the rows up to a step only; not kept. Rejects with a `LogError`. */
  analyseUntil(
    key: string,
    run: string | null,
    until: number,
    signal: AbortSignal,
  ): Promise<readonly Analysis[]> {
    return this.#fitter.fitUntil(key, run, until, signal);
  }

  /** Stops reading this file, if it is being read. */
  cancel(key: string): void {
    this.#entries.get(key)?.running?.controller.abort();
    this.#fitter.promote(key);
  }

  /** Lets the next ask read again, whatever the last reading gave. */
  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) entry.identity = null;
  }

  /** The file may have been created, changed or deleted. Files nobody asked about do not matter. */
  async refresh(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    if (entry.running !== null) {
      entry.changedMeanwhile = true;
      return;
    }
    const stat = await this.#statOrNull(key);
    if (stat !== null && stat.identity === entry.identity) return;
    if (stat === null) this.#settle(entry, null, { kind: 'gone' });
    else if (!isFollowed(entry.view)) this.#askAgain(entry);
    else if (entry.identity !== null && !this.#host.settings(key).isLive) return;
    else if (Date.now() < entry.restsUntil) this.#later(entry);
    else {
      entry.identity = null;
      await this.analyse(key, entry.ask);
    }
  }

  /** What a person says of this log has changed (settings, a file beside it): all that is known of it is old. */
  async reread(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.outdatedMeanwhile = entry.running !== null;
    if (entry.running !== null) return;
    this.forget(key);
    await this.refresh(key);
  }

  #entryOf(key: string): Entry {
    const entry = this.#entries.get(key) ?? newEntry(key);
    this.#entries.set(key, entry);
    return entry;
  }

  async #analyse(entry: Entry, ask: Ask, signal: AbortSignal): Promise<LogView> {
    const { key } = entry;
    let stat: LogStat | null = null;
    try {
      stat = await this.#host.stat(key);
      if (stat === null) return this.#settle(entry, null, { kind: 'gone' });
      if (this.#isCurrent(entry, ask, stat)) return entry.view;
      const recognition = await this.recognise(key, entry.ask.urgency);
      if (recognition === null && entry.ask.evenIfNoLog !== true) {
        return this.#settle(entry, stat, { kind: 'not-a-log' });
      }
      if (recognition !== null && stat.size > this.#limitOf(key) && entry.ask.urgency !== 'now') {
        return this.#settle(entry, stat, { kind: 'large', recognition, stat });
      }
      this.#announce(entry, recognition);
      const analyses = await this.#fitter.fit(entry, this.#callOf(key, signal));
      return this.#settle(
        entry,
        stat,
        { kind: 'analysed', reports: reportsOf(key, analyses), stat },
        analyses,
      );
    } catch (error) {
      this.#host.log(detailOf(error));
      const recognition = this.#recogniser.last(key);
      return this.#settle(entry, stat, { kind: 'failed', recognition, failure: calmFailureOf(error) });
    }
  }

  #callOf(key: string, signal: AbortSignal): JobCall {
    return {
      signal,
      onProgress: (progress) => this.#progressed.fire({ key, progress }),
      onPoints: (runs) => this.#pointsRead.fire({ key, runs }),
    };
  }

  #limitOf(key: string): number {
    return this.#host.settings(key).backgroundLimitBytes;
  }

  #isCurrent(entry: Entry, ask: Ask, stat: LogStat): boolean {
    const { view, identity } = entry;
    if (identity === null) return false;
    if (identity !== stat.identity && !this.#mayBeOld(entry, ask)) return false;
    if (view.kind === 'analysed') return ask.series !== true || this.#analyses.get(entry.key) !== undefined;
    if (view.kind === 'large') return ask.urgency !== 'now';
    if (view.kind === 'not-a-log') return ask.evenIfNoLog !== true;
    return view.kind === 'failed';
  }

  /** A view of an older content is taken shortly after it was made and, where logs are not followed, until a person asks. */
  #mayBeOld({ key, view, settledAt }: Entry, ask: Ask): boolean {
    if (Date.now() - settledAt <= FRESH_MS) return true;
    return view.kind === 'analysed' && ask.evenIfNoLog !== true && !this.#host.settings(key).isLive;
  }

  /** It was no log, or nobody wanted more than to know that: who shows it must ask what it is now. */
  #askAgain(entry: Entry): void {
    entry.view = { kind: 'unknown' };
    entry.identity = null;
    this.#changed.fire(entry.key);
  }

  /** Says that a log is being read, unless there is a last good view to keep. */
  #announce(entry: Entry, recognition: Recognition | null): void {
    if (entry.view.kind === 'analysed') return;
    entry.view = { kind: 'reading', recognition };
    this.#changed.fire(entry.key);
  }

  #settle(entry: Entry, stat: LogStat | null, view: LogView, analyses: readonly Analysis[] = []): LogView {
    const before = entry.view;
    entry.view = view;
    entry.identity = stat?.identity ?? null;
    entry.settledAt = Date.now();
    this.#analyses.delete(entry.key);
    if (analyses.length > 0) this.#analyses.set(entry.key, analyses);
    if (!sameView(before, view)) this.#changed.fire(entry.key);
    return view;
  }

  #ended(entry: Entry): void {
    entry.running = null;
    const { key, changedMeanwhile, outdatedMeanwhile } = entry;
    entry.changedMeanwhile = false;
    entry.outdatedMeanwhile = false;
    if (outdatedMeanwhile) void this.reread(key);
    else if (changedMeanwhile) void this.refresh(key);
  }

  #later(entry: Entry): void {
    unref(setTimeout(() => void this.refresh(entry.key), entry.restsUntil - Date.now()));
  }

  async #statOrNull(key: string): Promise<LogStat | null> {
    try {
      return await this.#host.stat(key);
    } catch (error) {
      this.#host.log(detailOf(error));
      return null;
    }
  }
}
