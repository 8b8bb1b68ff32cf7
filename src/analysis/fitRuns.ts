import type { FittedRun } from '../compare/fittedRun';
import type { ByteSource } from '../logs/byteSource';
import { fitRun } from './fitRun';
import type { AnalyseHooks, AnalyseOptions } from './options';
import { pauseOf, readRuns } from './readRuns';

/**
 * Reads a log and fits every run in it, for `compareRuns`.
 *
 * @param source the log's bytes
 * @param options what the user says about the log
 * @param hooks as for `analyseRuns`
 * @param signal cancels at the next pause
 * @returns the fitted runs in the order of the file
 * @throws LogError for what the user can mend
 */
export async function fitRuns(
  source: ByteSource,
  options: AnalyseOptions,
  hooks: AnalyseHooks,
  signal?: AbortSignal,
): Promise<FittedRun[]> {
  const pause = pauseOf(source, hooks, signal);
  const fitted: FittedRun[] = [];
  for (const run of await readRuns(source, options, hooks, signal)) {
    await pause();
    fitted.push(await fitRun(run, pause));
  }
  return fitted;
}
