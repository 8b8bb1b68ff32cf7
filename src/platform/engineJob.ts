import type { Analysis } from '../analysis/analysis';
import type { AnalyseOptions } from '../analysis/options';
import type { ComparedLogs, Wanted } from '../analysis/compareLogs';
import type { LogErrorParts } from '../logs/logError';
import type { LogFormat } from '../logs/logTable';
import type { Report } from '../report/report';
import type { Series } from '../run/run';
import type { FilesBeside } from './memoryConfigPort';

/** What a log's opening says: its carrier and the reward's key. */
export interface Recognition {
  readonly format: LogFormat;
  readonly rewardKey: string;
}

/** Where a job finds its bytes: a file the engine opens itself, or bytes that the host has read. */
export type JobSource =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'bytes';
      readonly path: string;
      readonly bytes: Uint8Array;
      /** Configuration files beside it. */
      readonly beside?: FilesBeside;
    };

/** One of the logs that are compared. */
export interface CompareSource {
  readonly source: JobSource;
  readonly options: AnalyseOptions;
}

/** What the engine can be asked for; plain data, so that it crosses to a worker as it is. */
export type Job =
  | { readonly kind: 'recognise'; readonly source: JobSource }
  | { readonly kind: 'analyse'; readonly source: JobSource; readonly options: AnalyseOptions }
  | { readonly kind: 'report'; readonly source: JobSource; readonly options: AnalyseOptions }
  | {
      readonly kind: 'compare';
      readonly logs: readonly CompareSource[];
      /** The runs in the order they are compared, each by the place of its log in `logs`. */
      readonly wanted: readonly Wanted[];
    };

/** The log that messages about a job name: of a comparison its first. */
export function pathOf(job: Job): string {
  const source = job.kind === 'compare' ? job.logs.at(0)?.source : job.source;
  return source?.path ?? '';
}

/** What each kind of job gives; typed arrays and Maps, which a structured clone keeps. */
export interface JobResults {
  readonly recognise: Recognition | null;
  readonly analyse: readonly Analysis[];
  /** The Reports alone: what a scan of many logs keeps. */
  readonly report: readonly Report[];
  readonly compare: ComparedLogs;
}

/** Bytes read so far, of how many. */
export interface JobProgress {
  readonly bytes: number;
  readonly totalBytes: number;
}

/** One run as read, before anything is fitted: what a picture can show at once. */
export interface RunPoints {
  readonly run: string | null;
  readonly reward: Series;
}

/** Why a job gave nothing: a fault of the log, which a person can mend, or one of ours. */
export type JobFailure =
  | { readonly kind: 'log'; readonly parts: LogErrorParts }
  | { readonly kind: 'internal'; readonly message: string; readonly detail: string };

/** A job's end, as data: errors lose their class on the way between threads and bundles. */
export type JobOutcome =
  | { readonly ok: true; readonly value: JobResults[keyof JobResults] }
  | { readonly ok: false; readonly failure: JobFailure };

/** What the host lends a job: both hooks are called often and must be cheap. */
export interface JobHooks {
  readonly onProgress: (progress: JobProgress) => void;
  /** Called once, between reading and fitting. */
  readonly onPoints: (runs: readonly RunPoints[]) => void;
  /** Lets the event loop turn, so that a cancel can arrive. */
  readonly breathe: () => Promise<void>;
}
