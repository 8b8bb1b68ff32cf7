import { diagnose } from '../diagnosis/diagnose';
import type { ByteSource } from '../logs/byteSource';
import { buildReport } from '../report/buildReport';
import { curvePicture, forecastTrack } from '../report/curvePicture';
import { lookAhead } from '../report/lookAhead';
import type { Report } from '../report/report';
import { residualCheck } from '../report/residualCheck';
import { whatIfOf } from '../report/whatIfOf';
import type { Run } from '../run/run';
import type { Analysis } from './analysis';
import { fitRun } from './fitRun';
import type { AnalyseHooks, AnalyseOptions } from './options';
import { pauseOf, readRuns } from './readRuns';

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
  const pause = pauseOf(source, hooks, signal);
  const runs = await readRuns(source, options, hooks, signal);
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
  const { segmentation, fits, assessment } = await fitRun(run, pause);
  const outlook = lookAhead(run, fits, assessment);
  await pause();
  const report = buildReport({
    run,
    segmentation,
    fits,
    assessment,
    findings: diagnose(run, fits, assessment, segmentation),
    outlook,
  });
  const picture = curvePicture(run, fits, report, outlook);
  return {
    report,
    reward: run.reward,
    picture,
    outlook: report.forecast === null || outlook === null ? null : forecastTrack(outlook),
    residuals: residualCheck(run.reward, report, picture),
    series: run.series,
    whatIf: whatIfOf(run, fits, report),
  };
}
