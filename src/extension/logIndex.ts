import type { Analysis } from '../analysis/analysis';
import { LogError } from '../logs/logError';
import { analyse } from '../platform/engineClient';
import type { JobProgress, Recognition, RunPoints } from '../platform/engineJob';
import type { Report } from '../report/report';
import { calmFailureOf, detailOf } from './calmFailure';
import type { Listen } from './emitter';
import { Emitter } from './emitter';
import type { LogIndexHost } from './logIndexHost';
import type { LogStat, LogView } from './logView';
import { sameView } from './logView';
import { LruMap } from './lruMap';
import type { NonEmpty } from './nonEmpty';
import { isNonEmpty } from './nonEmpty';
import { Recogniser } from './recogniser';
import type { Urgency } from './taskQueue';
import { TaskQueue } from './taskQueue';

/** Logs larger than this are recognised, but not fitted until someone opens them. */
export const BACKGROUND_LIMIT_BYTES = 200 * 1024 * 1024;

/** Analyses with all their points that are kept; of the others the Reports are. */
const KEPT_ANALYSES = 24;

/** One of the engine's lanes stays free for what a person opens. */
const MAX_AT_ONCE = 1;

/**
 * Asked again so soon, a view is taken as it is: each reading of a log that is being written ends in an update
 * of its lens, which asks again. Real changes come by `refresh`, which watchers call.
 */
const FRESH_MS = 2_000;

/** A log that keeps changing is read again after a rest of this many times what the last reading took. */
const REST = 2;

/** How an analysis is wanted. */
export interface Ask {
  readonly urgency: Urgency;
  /** True when all points are needed, not the Reports alone. */
  readonly series?: boolean;
  /** True when a person named this file: it is read even if it does not look like a log, to say why it is none. */
  readonly evenIfNoLog?: boolean;
}

interface Entry {
  readonly key: string;
  view: LogView;
  /** The bytes that `view` speaks of; null when it must be checked again. */
  identity: string | null;
  settledAt: number;
  /** Until then, a changed log rests. */
  restsUntil: number;
  running: { readonly done: Promise<LogView>; readonly controller: AbortController } | null;
  /** How it was asked for so far, so that a change is followed the same way. */
  ask: Ask;
  changedMeanwhile: boolean;
}

/**
 * The one cache of what each file is and what its curve means, keyed by URI and valid for one identity of the
 * file. Nothing is read until somebody asks; while a changed file is read again, the last view stays.
 */
export class LogIndex {
  readonly #host: LogIndexHost;
  readonly #recogniser: Recogniser;
  readonly #entries = new Map<string, Entry>();
  readonly #analyses: LruMap<readonly Analysis[]> = new LruMap(KEPT_ANALYSES);
  readonly #queue = new TaskQueue(MAX_AT_ONCE);
  readonly #changed: Emitter<string>;
  readonly #progressed: Emitter<{ readonly key: string; readonly progress: JobProgress }>;
  readonly #pointsRead: Emitter<{ readonly key: string; readonly runs: readonly RunPoints[] }>;

  constructor(host: LogIndexHost) {
    this.#host = host;
    this.#recogniser = new Recogniser(host);
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
    return this.#recogniser.recognise(key, urgency);
  }

  /** Reads and fits the file unless that is done; settles with a view, never rejects. */
  analyse(key: string, ask: Ask): Promise<LogView> {
    const entry = this.#entryOf(key);
    entry.ask = joined(entry.ask, ask);
    if (entry.running !== null) {
      if (ask.urgency === 'now') this.#queue.promote(key);
      return entry.running.done;
    }
    const controller = new AbortController();
    const done = this.#analyse(entry, ask, controller.signal).finally(() => this.#ended(entry));
    entry.running = { done, controller };
    return done;
  }

  /** Stops reading this file, if it is being read. */
  cancel(key: string): void {
    this.#entries.get(key)?.running?.controller.abort();
    this.#queue.promote(key);
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
    else if (Date.now() < entry.restsUntil) this.#later(entry);
    else {
      entry.identity = null;
      await this.analyse(key, entry.ask);
    }
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
      if (recognition !== null && stat.size > BACKGROUND_LIMIT_BYTES && entry.ask.urgency !== 'now') {
        return this.#settle(entry, stat, { kind: 'large', recognition, stat });
      }
      this.#announce(entry, recognition);
      const analyses = await this.#fit(entry, signal);
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

  async #fit(entry: Entry, signal: AbortSignal): Promise<readonly Analysis[]> {
    const { key, ask } = entry;
    const onProgress = (progress: JobProgress): void => this.#progressed.fire({ key, progress });
    const onPoints = (runs: readonly RunPoints[]): void => this.#pointsRead.fire({ key, runs });
    return this.#queue.run(key, ask.urgency, async () => {
      const start = Date.now();
      const source = await this.#host.source(key);
      const analyses = await analyse(this.#host.runner, source, {}, { signal, onProgress, onPoints });
      entry.restsUntil = Date.now() + REST * (Date.now() - start);
      return analyses;
    });
  }

  #isCurrent(entry: Entry, ask: Ask, stat: LogStat): boolean {
    const { view, identity } = entry;
    if (identity === null) return false;
    if (identity !== stat.identity && Date.now() - entry.settledAt > FRESH_MS) return false;
    if (view.kind === 'analysed') return ask.series !== true || this.#analyses.get(entry.key) !== undefined;
    if (view.kind === 'large') return ask.urgency !== 'now';
    if (view.kind === 'not-a-log') return ask.evenIfNoLog !== true;
    return view.kind === 'failed';
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
    if (!entry.changedMeanwhile) return;
    entry.changedMeanwhile = false;
    void this.refresh(entry.key);
  }

  #later(entry: Entry): void {
    setTimeout(() => void this.refresh(entry.key), entry.restsUntil - Date.now()).unref();
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

function newEntry(key: string): Entry {
  return {
    key,
    view: { kind: 'unknown' },
    identity: null,
    settledAt: 0,
    restsUntil: 0,
    running: null,
    ask: { urgency: 'background' },
    changedMeanwhile: false,
  };
}

function joined(before: Ask, now: Ask): Ask {
  return {
    urgency: before.urgency === 'now' ? 'now' : now.urgency,
    series: before.series === true || now.series === true,
    evenIfNoLog: before.evenIfNoLog === true || now.evenIfNoLog === true,
  };
}

function isFollowed(view: LogView): boolean {
  return view.kind === 'analysed' || view.kind === 'failed';
}

function reportsOf(path: string, analyses: readonly Analysis[]): NonEmpty<Report> {
  const reports = analyses.map((one) => one.report);
  if (isNonEmpty(reports)) return reports;
  const reason = 'no run with a reward in it';
  throw new LogError({ kind: 'no-reward', path, reason, remedy: 'check that the log has a reward column' });
}
