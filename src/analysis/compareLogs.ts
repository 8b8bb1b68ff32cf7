import { t } from '@vscode/l10n';
import type { Comparison } from '../compare/comparison';
import { compareRuns } from '../compare/compareRuns';
import { configDifferences } from '../compare/configDifferences';
import type { FittedRun } from '../compare/fittedRun';
import { MOST_RUNS } from '../compare/mostRuns';
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

/** A run as it is drawn, with what the other runs are to it. */
export interface ComparedOverlay extends OverlayRun {
  /** The place of its log. */
  readonly log: number;
  /** For each run of the comparison, the settings in which this one differs from it. */
  readonly differs: readonly (readonly string[])[];
}

/** A comparison with what is drawn of it: plain data, typed arrays and Maps. */
export interface ComparedLogs {
  readonly comparison: Comparison;
  /** In the order of the comparison's runs, each with the place of its log. */
  readonly overlay: readonly ComparedOverlay[];
  /** Logs and runs that could not be read; the others are compared without them. */
  readonly failures: readonly LogErrorParts[];
}

/** What the host lends: progress over all logs, a pause, what it remembers of logs that are being written. */
export type CompareHooks = Omit<AnalyseHooks, 'config' | 'onRuns'>;

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
  const progress = progressOver(hooks);
  const { runs, failures } = await chooseRuns(logs, wanted, (log) => readOne(log, progress.of(), signal));
  if (runs.length < 2) throw new LogError(failures.at(0) ?? tooFew(logs.at(0)?.path ?? ''));
  const fitted: FittedRun[] = [];
  for (const { run } of runs) fitted.push(await fitRun(run, pauseOf(run, hooks, signal)));
  const comparison = compareRuns(fitted);
  const overlay = fitted.map((one, i) => ({
    ...overlayOf(one, comparison.curve),
    log: runs[i].log,
    differs: fitted.map((other) => configDifferences([other.run, one.run]).map(({ name }) => name)),
  }));
  return { comparison, overlay, failures };
}

interface Chosen {
  readonly runs: readonly { readonly run: Run; readonly log: number }[];
  readonly failures: readonly LogErrorParts[];
}

/**
 * Reads the logs as their runs are wanted, each run once, and tells what is missing. Once there are as many runs as can
 * be compared no further log is opened.
 */
async function chooseRuns(
  logs: readonly ComparedLog[],
  wanted: readonly Wanted[],
  readLog: (log: ComparedLog) => Promise<Read>,
): Promise<Chosen> {
  const read = new Map<number, Read>();
  const found = new Map<Run, number>();
  const failures = new Map<string, LogErrorParts>();
  const unread: string[] = [];
  for (const one of wanted) {
    const log = logs[one.log];
    const known = read.get(one.log) ?? (found.size < MOST_RUNS ? await readLog(log) : null);
    if (known === null) unread.push(log.path);
    else read.set(one.log, known);
    const chosen = known === null ? [] : chosenFrom(known, one, log.path);
    if (isFailure(chosen)) failures.set(`${log.path} ${chosen.reason}`, chosen);
    else for (const run of chosen) found.set(run, one.log);
  }
  const all = [...found].map(([run, log]) => ({ run, log }));
  const over = [...all.slice(MOST_RUNS).map(({ run }) => run.path), ...unread];
  return {
    runs: all.slice(0, MOST_RUNS),
    failures: [...failures.values(), ...over.slice(0, 1).map(tooMany)],
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
    reason: t('there is no run “{0}” in it any more', run),
    remedy: t('choose the runs again'),
  };
}

function tooFew(path: string): LogErrorParts {
  return {
    kind: 'too-few-runs',
    path,
    reason: t('a comparison needs two runs, and this is one'),
    remedy: t('choose another run beside it'),
  };
}

function tooMany(path: string): LogErrorParts {
  return {
    kind: 'bad-option',
    path,
    reason: t('only the first {0} runs are compared', MOST_RUNS),
    remedy: t('choose fewer'),
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
