import type { LogErrorKind } from '../logs/logError';
import type { Recognition } from '../platform/engineJob';
import type { Report } from '../report/report';
import type { NonEmpty } from './nonEmpty';

/** A file as the host's file system sees it. Equal identities mean the same bytes. */
export interface LogStat {
  readonly identity: string;
  /** Bytes. */
  readonly size: number;
  /** ms since the epoch. */
  readonly modifiedAt: number;
}

/** Why a log has no Report, in words for a person. */
export interface CalmFailure {
  readonly kind: LogErrorKind | 'internal';
  readonly reason: string;
  readonly remedy: string;
  readonly line: number | null;
}

/** What is known of a file right now. */
export type LogView =
  /** Nobody asked yet, or it has changed since and nobody asked again. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-a-log' }
  /** Recognised, and being read for the first time. */
  | { readonly kind: 'reading'; readonly recognition: Recognition | null }
  /** Recognised, but too large to be fitted for a badge alone. */
  | { readonly kind: 'large'; readonly recognition: Recognition; readonly stat: LogStat }
  /** At least one Report, one for each run in the file. */
  | { readonly kind: 'analysed'; readonly reports: NonEmpty<Report>; readonly stat: LogStat }
  | { readonly kind: 'failed'; readonly recognition: Recognition | null; readonly failure: CalmFailure }
  | { readonly kind: 'gone' };

/** Whether the file is known to be a reward log: what earns a badge, a lens, a place in the pick list. */
export function isLog(view: LogView): boolean {
  switch (view.kind) {
    case 'analysed':
    case 'large':
      return true;
    case 'reading':
    case 'failed':
      return view.recognition !== null;
    case 'unknown':
    case 'not-a-log':
    case 'gone':
      return false;
  }
}

/** Whether nothing a person could see has changed. A new reading of a log counts as a change. */
export function sameView(before: LogView, after: LogView): boolean {
  if (before.kind !== after.kind || after.kind === 'analysed' || after.kind === 'reading') return false;
  if (before.kind !== 'failed' || after.kind !== 'failed') return true;
  return before.failure.reason === after.failure.reason && before.failure.line === after.failure.line;
}
