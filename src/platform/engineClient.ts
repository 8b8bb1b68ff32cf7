import { t } from '@vscode/l10n';
import type { AnalyseOptions } from '../analysis/options';
import type { Analysis } from '../analysis/analysis';
import { LogError } from '../logs/logError';
import type { Report } from '../report/report';
import type { ComparedLogs, Wanted } from '../analysis/compareLogs';
import type {
  CompareSource,
  Job,
  JobProgress,
  JobResults,
  JobSource,
  Recognition,
  RunPoints,
} from './engineJob';

/** What a job may carry beside itself. */
export interface JobCall {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
  /** Called once, between reading and fitting. */
  readonly onPoints?: ((runs: readonly RunPoints[]) => void) | undefined;
}

/**
 * Someone who runs jobs: a worker thread, or the host itself. A call rejects with a `LogError`
 * (`aborted` when its signal fires) or an `EngineError`, and never stays open: not after a crash, not after `dispose`.
 */
export interface JobRunner {
  run<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]>;
  dispose(): void;
}

/** Reads a log's opening: its carrier and reward key, or null where it is no reward log. */
export function recognise(
  runner: JobRunner,
  source: JobSource,
  call: JobCall = {},
): Promise<Recognition | null> {
  return runner.run({ kind: 'recognise', source }, call);
}

/** Reads and fits a log: one analysis for each run in it. */
export function analyse(
  runner: JobRunner,
  source: JobSource,
  options: AnalyseOptions = {},
  call: JobCall = {},
): Promise<readonly Analysis[]> {
  return runner.run({ kind: 'analyse', source, options }, call);
}

/** Reads and fits a log: the Report of each run in it, without the points. */
export function report(
  runner: JobRunner,
  source: JobSource,
  options: AnalyseOptions = {},
  call: JobCall = {},
): Promise<readonly Report[]> {
  return runner.run({ kind: 'report', source, options }, call);
}

/** Reads and fits logs and compares their runs, in the order they are wanted. */
export function compare(
  runner: JobRunner,
  logs: readonly CompareSource[],
  wanted: readonly Wanted[],
  call: JobCall = {},
): Promise<ComparedLogs> {
  return runner.run({ kind: 'compare', logs, wanted }, call);
}

/** What a cancelled call rejects with. */
export function abortedError(path: string): LogError {
  return new LogError({
    kind: 'aborted',
    path,
    reason: t('reading was cancelled'),
    remedy: t('run the command again to read it'),
  });
}
