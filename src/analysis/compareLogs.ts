import type { Comparison } from '../compare/comparison';
import { compareRuns } from '../compare/compareRuns';
import type { FittedRun } from '../compare/fittedRun';
import { overlayOf, type OverlayRun } from '../compare/overlayOf';
import type { ByteSource } from '../logs/byteSource';
import { LogError, type LogErrorParts } from '../logs/logError';
import type { ConfigPort } from '../run/config/configPort';
import type { Run } from '../run/run';
import { fitRun } from './fitRun';
import type { AnalyseHooks, AnalyseOptions } from './options';
import { pauseOf, readRuns } from './readRuns';

/** A log that is compared with others. */
export interface ComparedLog {
  readonly path: string;
  readonly options: AnalyseOptions;
  /** The configuration beside it. */
  readonly config: ConfigPort;
  /** Throws a `LogError` where there is no such file. */
  readonly open: () => Promise<ByteSource>;
}

/** What is wanted of one log. */
export interface Wanted {
  /** Its place in the list of logs. */
  readonly log: number;
  /** One run by its name; null for all of them. */
  readonly run: string | null;
}

/** A comparison with what is drawn of it: plain data, typed arrays and Maps. */
export interface ComparedLogs {
  readonly comparison: Comparison;
  /** In the order of the comparison's runs, each with the place of its log. */
  readonly overlay: readonly (OverlayRun & { readonly log: number })[];
  /** Logs and runs that could not be read; the others are compared without them. */
  readonly failures: readonly LogErrorParts[];
}

/** What the host lends: progress over all logs, a pause, what it remembers of logs that are being written. */
export type CompareHooks = Omit<AnalyseHooks, 'config' | 'onRuns'>;

/** Nobody reads more curves in one picture, and the questions grow with the square of the runs. */
const MOST_RUNS = 12;

type Read = readonly Run[] | LogErrorParts;

/**
 * Reads logs, fits the runs that are wanted and compares them. A log that cannot be read does not end it while two
 * runs remain.
 *
 * @param logs the logs
 * @param wanted the runs in the order they are compared
 * @param hooks progress in bytes of all logs read so far, and a pause
 * @param signal cancels at the next pause
 * @returns the comparison
 * @throws LogError where fewer than two runs are left, and for `aborted`
 */
export async function compareLogs(
  logs: readonly ComparedLog[],
  wanted: readonly Wanted[],
  hooks: CompareHooks,
  signal?: AbortSignal,
): Promise<ComparedLogs> {
  const read: Read[] = [];
  const progress = progressOver(hooks);
  for (const log of logs) read.push(await readOne(log, progress.of(), signal));
  const { runs, failures } = chooseRuns(read, wanted, logs);
  if (runs.length < 2) throw new LogError(failures.at(0) ?? tooFew(logs.at(0)?.path ?? ''));
  const fitted: FittedRun[] = [];
  for (const { run } of runs) fitted.push(await fitRun(run, pauseOf(run, hooks, signal)));
  const comparison = compareRuns(fitted);
  const overlay = fitted.map((one, i) => ({ ...overlayOf(one, comparison.curve), log: runs[i].log }));
  return { comparison, overlay, failures };
}

interface Chosen {
  readonly runs: readonly { readonly run: Run; readonly log: number }[];
  readonly failures: readonly LogErrorParts[];
}

/** The runs that are wanted, each once, with what is missing and what is too much. */
function chooseRuns(read: readonly Read[], wanted: readonly Wanted[], logs: readonly ComparedLog[]): Chosen {
  const found = new Map<Run, number>();
  const failures = new Map<string, LogErrorParts>();
  for (const one of wanted) {
    const { path } = logs[one.log];
    const chosen = chosenFrom(read[one.log], one, path);
    if (isFailure(chosen)) failures.set(`${path} ${chosen.reason}`, chosen);
    else for (const run of chosen) found.set(run, one.log);
  }
  const all = [...found].map(([run, log]) => ({ run, log }));
  const missing = [...failures.values()];
  if (all.length <= MOST_RUNS) return { runs: all, failures: missing };
  return {
    runs: all.slice(0, MOST_RUNS),
    failures: [...missing, tooMany(all[MOST_RUNS].run.path, all.length)],
  };
}

async function readOne(log: ComparedLog, hooks: CompareHooks, signal?: AbortSignal): Promise<Read> {
  try {
    return await readRuns(await log.open(), log.options, { ...hooks, config: log.config }, signal);
  } catch (error) {
    if (!(error instanceof LogError) || error.kind === 'aborted') throw error;
    const { kind, path, line, reason, remedy } = error;
    return { kind, path, line, reason, remedy };
  }
}

function isFailure(read: Read): read is LogErrorParts {
  return 'reason' in read;
}

function chosenFrom(read: Read, { run }: Wanted, path: string): Read {
  if (isFailure(read) || run === null) return read;
  const found = read.filter(({ name }) => name === run);
  if (found.length > 0) return found;
  return {
    kind: 'unknown-run',
    path,
    reason: `there is no run “${run}” in it any more`,
    remedy: 'choose the runs again',
  };
}

function tooFew(path: string): LogErrorParts {
  return {
    kind: 'bad-option',
    path,
    reason: 'a comparison needs two runs, and this is one',
    remedy: 'choose another run beside it',
  };
}

function tooMany(path: string, count: number): LogErrorParts {
  return {
    kind: 'bad-option',
    path,
    reason: `only the first ${MOST_RUNS} of ${count} runs are compared`,
    remedy: 'choose fewer',
  };
}

/** Bytes of several logs one after the other; the total grows as they are opened. */
function progressOver(hooks: CompareHooks): { readonly of: () => CompareHooks } {
  let before = 0;
  let total = 0;
  return {
    of: () => {
      before = total;
      return {
        ...hooks,
        onProgress: ({ bytes, totalBytes }) => {
          total = before + totalBytes;
          hooks.onProgress?.({ bytes: before + bytes, totalBytes: total });
        },
      };
    },
  };
}
