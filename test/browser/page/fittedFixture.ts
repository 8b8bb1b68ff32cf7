import type { Analysis } from '../../../src/analysis/analysis';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { dynamicsSettings } from '../../../src/dynamics/dynamicsSettings';
import { fitCurves } from '../../../src/dynamics/fitCurves';
import { assessRegime } from '../../../src/dynamics/regime';
import { oneSegment } from '../../../src/dynamics/segments/segmentRun';
import { pointsOf } from '../../../src/extension/panel/hostMessage';
import type { HostMessage, ReplayMessage } from '../../../src/protocol';
import { buildReport } from '../../../src/report/buildReport';
import { curvePicture, forecastTrack } from '../../../src/report/curvePicture';
import { lookAhead } from '../../../src/report/lookAhead';
import { residualCheck } from '../../../src/report/residualCheck';
import type { Report } from '../../../src/report/report';
import { whatIfOf } from '../../../src/report/whatIfOf';
import type { Run } from '../../../src/run/run';
import { replayOf } from '../../../src/report/replayOf';
import { boundLog, type BoundTruth } from '../../boundLog';
import { handMadeRun } from '../../handMadeRun';

/** A run that was made with these settings, and tells them. */
export function boundRun(
  truth: BoundTruth,
  config: Readonly<Record<string, number | string>>,
  rows: number,
): Run {
  const { t, y } = boundLog(truth, rows, 0.02, 3, 0.6);
  return handMadeRun(
    y,
    {
      config: new Map(
        Object.entries(config).map(([name, value]) => [name, { value, from: 'config.yaml:3' }]),
      ),
      stepUnit: { value: truth.stepUnit, from: 'the trainer' },
    },
    t,
  );
}

/** A run up to a step, as the host's refit of a prefix sees it. */
export function prefixOf(run: Run, until: number): Run {
  const { steps, values } = run.reward;
  const count = steps.findIndex((step) => step > until);
  const end = count === -1 ? steps.length : count;
  const { config, stepUnit } = run;
  return handMadeRun(values.slice(0, end), { config, stepUnit }, steps.slice(0, end));
}

/** What the engine says of a run, all of it real. */
export function fitted(run: Run): Omit<Analysis, 'reward' | 'series' | 'residuals'> {
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values, { settings: dynamicsSettings(run) });
  const assessment = assessRegime(fits, steps, values, true);
  const outlook = lookAhead(run, fits, assessment);
  const findings = diagnose(run, fits, assessment, oneSegment(run));
  const report: Report = buildReport({ run, fits, assessment, findings, outlook });
  return {
    report,
    picture: curvePicture(run, fits, report, outlook),
    outlook: outlook === null ? null : forecastTrack(outlook),
    whatIf: whatIfOf(run, fits, report),
  };
}

/** The host's message about a run. */
export function fittedMessage(run: Run, uri: string): HostMessage {
  const { report, picture, whatIf } = fitted(run);
  return {
    type: 'analysis',
    revision: 1,
    fileName: 'run.jsonl',
    uri,
    runs: [null],
    selectedRun: 0,
    points: pointsOf(run.reward),
    ...{ report, picture, whatIf },
    series: [],
    axes: [],
    residuals: residualCheck(run.reward, report, picture),
    modifiedAt: Date.now() - 40_000,
  };
}

/** The host's answer about an earlier step of a run. */
export function replayMessage(run: Run, step: number): ReplayMessage {
  const replay = replayOf(fitted(prefixOf(run, step)), run.reward, step);
  return { type: 'replay', step, replay, reason: null };
}
