import type { LogView } from './logView';
import type { Urgency } from './taskQueue';

/** How an analysis is wanted. */
export interface Ask {
  readonly urgency: Urgency;
  /** True when all points are needed, not the Reports alone. */
  readonly series?: boolean;
  /** True when a person named this file: it is read even if it does not look like a log, to say why it is none. */
  readonly evenIfNoLog?: boolean;
}

/** What the index knows of one file. */
export interface Entry {
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
  /** Settings or the configuration beside the log have changed: read again, though the log has not. */
  outdatedMeanwhile: boolean;
}

/** A file nobody has asked about before. */
export function newEntry(key: string): Entry {
  return {
    key,
    view: { kind: 'unknown' },
    identity: null,
    settledAt: 0,
    restsUntil: 0,
    running: null,
    ask: { urgency: 'background' },
    changedMeanwhile: false,
    outdatedMeanwhile: false,
  };
}

/** Both wishes in one. */
export function joined(before: Ask, now: Ask): Ask {
  return {
    urgency: before.urgency === 'now' ? 'now' : now.urgency,
    series: before.series === true || now.series === true,
    evenIfNoLog: before.evenIfNoLog === true || now.evenIfNoLog === true,
  };
}

/** Whether a change of the file is read at once. */
export function isFollowed(view: LogView): boolean {
  return view.kind === 'analysed' || view.kind === 'failed';
}
