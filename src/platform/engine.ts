import { analyseRuns } from '../analysis/analyse';
import { compareLogs, type ComparedLog } from '../analysis/compareLogs';
import type { AnalyseHooks } from '../analysis/options';
import { TailedLogs } from '../logs/tailedLogs';
import type { ConfigPort } from '../run/config/configPort';
import { sniffLog } from '../run/sniffLog';
import type { CompareSource, Job, JobFailure, JobHooks, JobOutcome, JobResults } from './engineJob';
import { failureOf } from './jobFailure';
import { configOf, openSource } from './jobSource';

export { speak } from './speak';

/** What this thread remembers of logs that are being written. */
const tails = new TailedLogs();

/**
 * Runs one job and never throws: the same code in the worker and, where workers are missing, in the host.
 * This file is the entry of `dist/engine.js` and is bundled into `dist/worker.js`.
 */
export async function runJob(job: Job, hooks: JobHooks, signal: AbortSignal): Promise<JobOutcome> {
  try {
    return { ok: true, value: await perform(job, hooks, signal) };
  } catch (error) {
    const failure: JobFailure = failureOf(error);
    return { ok: false, failure };
  }
}

async function perform(
  job: Job,
  hooks: JobHooks,
  signal: AbortSignal,
): Promise<JobResults[keyof JobResults]> {
  if (job.kind === 'compare') return compareLogs(job.logs.map(logOf), job.wanted, lent(hooks), signal);
  const source = await openSource(job.source);
  if (job.kind === 'analyse')
    return analyseRuns(source, job.options, analyseHooks(hooks, configOf(job.source)), signal);
  if (job.kind === 'report') {
    const { onProgress, breathe } = hooks;
    const reporting = { config: configOf(job.source), onProgress, breathe };
    const analyses = await analyseRuns(source, job.options, reporting, signal);
    return analyses.map(({ report }) => report);
  }
  return sniffLog(source);
}

function logOf({ source, options }: CompareSource): ComparedLog {
  return { path: source.path, options, config: configOf(source), open: () => openSource(source) };
}

function lent({ onProgress, breathe }: JobHooks): Omit<AnalyseHooks, 'config'> {
  return { tails, onProgress, breathe };
}

function analyseHooks({ onProgress, onPoints, breathe }: JobHooks, config: ConfigPort): AnalyseHooks {
  return {
    config,
    tails,
    onProgress,
    breathe,
    onRuns: (runs) => onPoints(runs.map(({ name, reward }) => ({ run: name, reward }))),
  };
}
