import { analyse } from '../../src/analysis/analyse';
import { Random } from '../../src/bandit/random';
import { LogError } from '../../src/logs/logError';
import { MemorySource } from '../../src/logs/memorySource';
import { readLog } from '../../src/logs/readLog';
import { buildRuns } from '../../src/run/buildRuns';
import { sniffRewardLog } from '../../src/run/sniffRewardLog';
import { mutate } from './mutate';
import type { Seed } from './seeds';

/** One case in so many is fitted and reported as well; the others are read and made into runs. */
const REPORT_EVERY = 20;

/** How one case ended. */
export interface CaseResult {
  readonly seed: Seed;
  readonly outcome: 'report' | 'LogError' | 'fault';
  /** What was thrown, where that was no LogError. */
  readonly fault: string | null;
}

/** Case `number`: the same bytes on every machine, given the same seeds. */
export async function tryCase(all: readonly Seed[], number: number): Promise<CaseResult> {
  const seed = mutate(all, new Random(number));
  const source = new MemorySource('fuzz', seed.bytes);
  try {
    sniffRewardLog(seed.bytes.subarray(0, 1 << 16));
    if (number % REPORT_EVERY === 0) checkReports(await analyse(source, {}));
    else buildRuns(await readLog(source, {}, {}), {});
    return { seed, outcome: 'report', fault: null };
  } catch (error) {
    if (error instanceof LogError && !/[\n\r]/.test(error.reason))
      return { seed, outcome: 'LogError', fault: null };
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, outcome: 'fault', fault };
  }
}

/** A Report is plain JSON: what is written is what is read. */
function checkReports(reports: readonly unknown[]): void {
  const text = JSON.stringify(reports);
  if (JSON.stringify(JSON.parse(text)) !== text || /\bNaN\b/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '')))
    throw new Error('a Report is not plain JSON');
}
