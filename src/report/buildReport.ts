import { t } from '@vscode/l10n';
import type { Finding } from '../diagnosis/finding';
import type { FitSet } from '../dynamics/fit';
import type { RegimeAssessment } from '../dynamics/regime';
import { oneSegment, type Segmentation } from '../dynamics/segments/segmentRun';
import type { Run, Sourced } from '../run/run';
import { finiteJson } from './finiteJson';
import { forecastOf } from './forecastOf';
import { interpret } from './interpret';
import { lookAhead, type Outlook } from './lookAhead';
import { readRun } from './reading';
import { overAllSteps } from './overAllSteps';
import type { Report } from './report';
import { reportFits } from './reportFit';
import { fittedSegment, segmentsOf } from './segmentInWords';
import { stabilityOf } from './stabilityOf';
import { writeNotes } from './writeNotes';
import { writeSentences } from './writeSentences';

/** What a Report is made from. */
export interface ReportParts {
  readonly run: Run;
  /** Which rows were fitted; all of them, as one segment, without. */
  readonly segmentation?: Segmentation;
  readonly fits: FitSet;
  readonly assessment: RegimeAssessment;
  readonly findings: readonly Finding[];
  /** What is to be expected of the run, where the caller has looked ahead already. */
  readonly outlook?: Outlook | null;
}

/**
 * The Report of one run (design.md, contract 2): every key present, numbers finite or null, each null with a note.
 * Reward units and logged steps throughout.
 */
export function buildReport({
  run,
  segmentation = oneSegment(run),
  fits,
  assessment,
  findings,
  outlook = lookAhead(run, fits, assessment),
}: ReportParts): Report {
  const reading = readRun(run, fits, assessment, segmentation);
  const numbers = interpret(reading);
  const forecast = forecastOf(reading, outlook);
  const counted = overAllSteps(run, segmentation.segments[segmentation.fitted], fits);
  const assumed: Sourced<string> = { value: 'adam', from: t('assumed: the log does not say') };
  const config = { optimizer: assumed, ...Object.fromEntries(run.config) };
  return finiteJson({
    schema: 'grpo-dynamics/report@1',
    source: sourceOf(run),
    metrics: Object.fromEntries(run.metrics),
    config,
    fits: reportFits(counted),
    selected: assessment.selected,
    noiseCeiling: counted.noiseCeiling,
    segment: fittedSegment(run, segmentation),
    segments: segmentsOf(run, segmentation),
    interpretation: {
      ...numbers,
      sentences: writeSentences(reading, numbers, config.optimizer, forecast, findings),
    },
    forecast,
    stability: stabilityOf(run.config, reading.absolute),
    findings,
    notes: writeNotes(reading, forecast),
  });
}

function sourceOf(run: Run): Report['source'] {
  const { path, format, name, rows, stepUnit, dropped } = run;
  const { steps } = run.allSteps ?? run.reward;
  return {
    path,
    format,
    run: name,
    rows,
    steps: { first: steps[0], last: steps[steps.length - 1], count: steps.length },
    stepUnit,
    dropped,
    rewardColumns: run.rewardColumns,
  };
}
