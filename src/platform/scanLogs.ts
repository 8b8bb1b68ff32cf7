import type { AnalyseOptions } from '../analysis/options';
import type { Report } from '../report/report';
import { contentKey } from './contentKey';
import { report, type JobRunner } from './engineClient';
import type { ReportCache } from './reportCache';
import { Slots } from './slots';

/** What became of one log. */
export type ScannedLog =
  | { readonly path: string; readonly reports: readonly Report[]; readonly fromCache: boolean }
  | { readonly path: string; readonly error: unknown };

/** How logs are scanned. */
export interface ScanPlan {
  readonly options: AnalyseOptions;
  /** How many logs are in work at a time. */
  readonly jobs: number;
  /** Null keeps nothing. */
  readonly cache: ReportCache | null;
  /** What tells one build of the engine from another: Reports of an older one are not used. */
  readonly engine: string;
}

/** How far ahead of the log that is handed out others may be done, in logs per job: their Reports wait in memory. */
const AHEAD = 8;

/**
 * Reports of many logs, in the order given, as soon as each is at hand; at no time more than a few logs or Reports are in
 * memory. A log that fails does not stop the others.
 *
 * @param logs their paths
 * @param runner runs the jobs
 * @param plan options, how many at a time, and the cache
 */
export async function* scanLogs(
  logs: readonly string[],
  runner: JobRunner,
  plan: ScanPlan,
): AsyncGenerator<ScannedLog> {
  const slots = new Slots(plan.jobs);
  const begin = (path: string): Promise<ScannedLog> =>
    slots.within(() => scanLog(path, runner, plan)).catch((error: unknown) => ({ path, error }));
  const running = logs.slice(0, AHEAD * plan.jobs).map(begin);
  let next = running.length;
  for (let head = running.shift(); head !== undefined; head = running.shift()) {
    yield await head;
    if (next < logs.length) running.push(begin(logs[next++]));
  }
}

async function scanLog(
  path: string,
  runner: JobRunner,
  { options, cache, engine }: ScanPlan,
): Promise<ScannedLog> {
  if (cache === null)
    return { path, reports: await report(runner, { kind: 'file', path }, options), fromCache: false };
  const key = await contentKey(path, options, engine);
  const known = await cache.find(key);
  if (known !== null) return { path, reports: known, fromCache: true };
  const reports = await report(runner, { kind: 'file', path }, options);
  // Written to while it was read, it is not what the key names.
  if ((await contentKey(path, options, engine)) === key) await cache.keep(key, reports);
  return { path, reports, fromCache: false };
}
