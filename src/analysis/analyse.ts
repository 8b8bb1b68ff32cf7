import { diagnose } from '../diagnosis/diagnose';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import type { FitSet } from '../dynamics/fit';
import { fitCurvesByCurve, type FitOptions } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { freshWithin } from '../dynamics/observed';
import { segmentObserved } from '../dynamics/segmentObserved';
import { rowsOf } from '../dynamics/segments/segmentRun';
import type { ByteSource } from '../logs/byteSource';
import { LogError } from '../logs/logError';
import { readLog } from '../logs/readLog';
import { buildReport } from '../report/buildReport';
import { curvePicture } from '../report/curvePicture';
import { lookAhead } from '../report/lookAhead';
import type { Report } from '../report/report';
import { buildRuns } from '../run/buildRuns';
import { readConfigBeside } from '../run/config/readConfigBeside';
import type { Run } from '../run/run';
import { wantedColumns } from '../run/wantedColumns';
import type { Analysis } from './analysis';
import { layerOptions } from './layerOptions';
import type { AnalyseHooks, AnalyseOptions } from './options';

/**
 * Reads a log, fits every run in it and says what the fits mean. Plain data throughout (numbers, texts, typed
 * arrays, Maps), so that the result crosses to another thread as it is.
 *
 * @param source the log's bytes
 * @param options what the user says about the log
 * @param hooks progress, the runs before they are fitted, and a pause awaited between all stages
 * @param signal cancels at the next pause
 * @returns one analysis per run, in the order of the file
 * @throws LogError for what the user can mend (missing, no reward, unknown metric …) and for `aborted`
 */
export async function analyseRuns(
  source: ByteSource,
  options: AnalyseOptions,
  hooks: AnalyseHooks,
  signal?: AbortSignal,
): Promise<Analysis[]> {
  const pause = async (): Promise<void> => {
    await hooks.breathe?.();
    if (signal?.aborted === true) throw aborted(source);
  };
  const reading = { ...options, wanted: (keys: readonly string[]) => wantedColumns(keys, options) };
  const raw =
    hooks.tails === undefined
      ? await readLog(source, reading, hooks, signal)
      : await hooks.tails.read(source, reading, hooks, signal);
  await pause();
  const beside =
    hooks.config === undefined ? null : await readConfigBeside(hooks.config, options.isTrusted ?? true);
  const runs = buildRuns(raw, layerOptions(options, beside));
  hooks.onRuns?.(runs);
  const analyses: Analysis[] = [];
  for (const run of runs) {
    await pause();
    analyses.push(await analyseRun(run, pause));
  }
  return analyses;
}

/** The Reports of a log, one per run; see `analyseRuns`. */
export async function analyse(
  source: ByteSource,
  options: AnalyseOptions,
  signal?: AbortSignal,
): Promise<Report[]> {
  const analyses = await analyseRuns(source, options, {}, signal);
  return analyses.map(({ report }) => report);
}

async function analyseRun(run: Run, pause: () => Promise<void>): Promise<Analysis> {
  const segmentation = segmentObserved(run);
  await pause();
  const segment = segmentation.segments[segmentation.fitted];
  const { steps, values } = rowsOf(run.reward, segment);
  const fresh = freshWithin(run.fresh, segment.from, segment.to);
  const fits = await fitWithPauses(steps, values, { settings: dynamicsSettings(run), fresh }, pause);
  await pause();
  const assessment = assessRegime(fits, steps, values, segmentation.startIsKnown);
  const outlook = lookAhead(run, fits, assessment);
  await pause();
  const report = buildReport({
    run,
    segmentation,
    fits,
    assessment,
    findings: diagnose(run, fits, assessment, steps[0]),
    outlook,
  });
  const picture = curvePicture(run, fits, report, outlook);
  return { report, reward: run.reward, picture, series: run.series };
}

/** A long log takes seconds a curve: between curves the host may turn, and a cancel is heard. */
async function fitWithPauses(
  steps: Float64Array,
  rewards: Float64Array,
  options: FitOptions,
  pause: () => Promise<void>,
): Promise<FitSet> {
  const fitting = fitCurvesByCurve(steps, rewards, options);
  for (;;) {
    const stretch = fitting.next();
    if (stretch.done === true) return stretch.value;
    await pause();
  }
}

function aborted({ path }: ByteSource): LogError {
  return new LogError({
    kind: 'aborted',
    path,
    reason: 'the analysis was cancelled',
    remedy: 'start it again when you want it',
  });
}
