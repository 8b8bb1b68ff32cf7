import { analyse } from '../analysis/analyse';
import type { AnalyseOptions } from '../analysis/options';
import { MemorySource } from '../logs/memorySource';
import type { Report } from '../report/report';

/**
 * Says what the curves of a log mean that is in memory: bytes of any carrier, or text. Nothing else is read.
 *
 * @param content the whole log
 * @param options what is known about the log and not written in it
 * @param signal cancels the reading or the fit
 * @returns a Report for each run, in the order of the log
 * @throws LogError for what a person can mend, and for `aborted`
 */
export function analyseText(
  content: string | Uint8Array,
  options: AnalyseOptions = {},
  signal?: AbortSignal,
): Promise<Report[]> {
  return analyse(new MemorySource('log', content), options, signal);
}
