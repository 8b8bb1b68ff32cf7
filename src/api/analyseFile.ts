import { analyseRuns } from '../analysis/analyse';
import type { AnalyseOptions } from '../analysis/options';
import { nodeConfigPort } from '../platform/nodeConfigPort';
import { openLog } from '../platform/openLog';
import type { Report } from '../report/report';

/**
 * Reads a log of the local disk, with the configuration beside it, and says what its curves mean: the Reports that
 * `grpo-dynamics fit --json` prints.
 *
 * @param path the log
 * @param options what is known about the log and not written in it; each the command line's flag of the same name
 * @param signal cancels the reading or the fit
 * @returns a Report for each run in the file, in its order
 * @throws LogError for what a person can mend (missing, unreadable, no reward column …) and for `aborted`
 */
export async function analyseFile(
  path: string,
  options: AnalyseOptions = {},
  signal?: AbortSignal,
): Promise<Report[]> {
  const analyses = await analyseRuns(await openLog(path), options, { config: nodeConfigPort(path) }, signal);
  return analyses.map(({ report }) => report);
}
