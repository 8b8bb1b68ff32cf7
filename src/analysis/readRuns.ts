import type { ByteSource } from '../logs/byteSource';
import { LogError } from '../logs/logError';
import { readLog } from '../logs/readLog';
import { buildRuns } from '../run/buildRuns';
import { readConfigBeside } from '../run/config/readConfigBeside';
import type { Run } from '../run/run';
import { wantedColumns } from '../run/wantedColumns';
import { layerOptions } from './layerOptions';
import type { AnalyseHooks, AnalyseOptions } from './options';

/**
 * The runs of a log, with the configuration beside it, before anything is fitted.
 *
 * @param source the log's bytes
 * @param options what the user says about the log
 * @param hooks progress, and the configuration port
 * @param signal cancels while reading and at the next pause
 * @returns the runs in the order of the file
 * @throws LogError for what the user can mend
 */
export async function readRuns(
  source: ByteSource,
  options: AnalyseOptions,
  hooks: AnalyseHooks,
  signal?: AbortSignal,
): Promise<Run[]> {
  // Read before the log: it may name the reward, and only the columns that are wanted are read.
  const beside =
    hooks.config === undefined ? null : await readConfigBeside(hooks.config, options.isTrusted ?? true);
  const layered = layerOptions(options, beside);
  const reading = { ...layered, wanted: (keys: readonly string[]) => wantedColumns(keys, layered) };
  const raw =
    hooks.tails === undefined
      ? await readLog(source, reading, hooks, signal)
      : await hooks.tails.read(source, reading, hooks, signal);
  await pauseOf(source, hooks, signal)();
  return buildRuns(raw, layered);
}

/**
 * A pause between two stages: the host's event loop turns, then a cancel that has arrived is heard.
 *
 * @param source the log that is worked on
 * @param hooks the host's pause
 * @param signal cancels
 * @returns a function that rejects with a `LogError` of kind `aborted` once cancelled
 */
export function pauseOf(
  source: Pick<ByteSource, 'path'>,
  hooks: Pick<AnalyseHooks, 'breathe'>,
  signal: AbortSignal | undefined,
): () => Promise<void> {
  return async () => {
    await hooks.breathe?.();
    if (signal?.aborted === true) throw aborted(source);
  };
}

function aborted({ path }: Pick<ByteSource, 'path'>): LogError {
  return new LogError({
    kind: 'aborted',
    path,
    reason: 'the analysis was cancelled',
    remedy: 'start it again when you want it',
  });
}
