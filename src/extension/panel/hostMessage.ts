import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analysis';
import type { RunPoints } from '../../platform/engineJob';
import type { HostMessage, PanelPoints } from '../../protocol';
import type { Series } from '../../run/run';
import type { CalmFailure } from '../logView';
import type { NonEmpty } from '../nonEmpty';
import { timeAxes } from '../../report/timeAxes';
import { panelSeries } from './panelSeries';
import { MAX_SENT_POINTS, thinPoints } from './thinPoints';

/** What every message says of itself. */
export interface Heading {
  readonly revision: number;
  readonly fileName: string;
  readonly uri: string;
}

/** One of a log's analyses, for the page; a run that is not there gives the first. */
export function analysisMessage(
  heading: Heading,
  analyses: NonEmpty<Analysis>,
  run: string | null,
  modifiedAt: number | null,
): Extract<HostMessage, { type: 'analysis' }> {
  const runs = analyses.map((one) => one.report.source.run);
  const selectedRun = Math.max(0, runs.indexOf(run));
  const { report, reward, picture, residuals, series, whatIf } = analyses[selectedRun];
  return {
    type: 'analysis',
    ...heading,
    runs,
    selectedRun,
    points: pointsOf(reward),
    report,
    picture,
    series: panelSeries(series, report.metrics),
    axes: timeAxes(series, reward),
    residuals,
    whatIf,
    modifiedAt,
  };
}

/** The raw points of one of the runs, before anything is fitted. */
export function pointsMessage(heading: Heading, read: NonEmpty<RunPoints>, run: string | null): HostMessage {
  const runs = read.map((one) => one.run);
  const selectedRun = Math.max(0, runs.indexOf(run));
  return { type: 'points', ...heading, runs, selectedRun, points: pointsOf(read[selectedRun].reward) };
}

/** Why there is nothing to show, in sentences. */
export function failedMessage({ revision, fileName }: Heading, failure: CalmFailure): HostMessage {
  const reason = sentence(failure.reason);
  const remedy = sentence(failure.remedy);
  return { type: 'failed', revision, fileName, reason, remedy, line: failure.line };
}

/** The engine's reasons are clauses, made to stand behind a file name and a colon. */
function sentence(clause: string): string {
  const text = `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
  return /[.!?。！？]$/.test(text) ? text : t('{0}.', text);
}

/** A run's rewards as they are sent. */
export function pointsOf(reward: Series): PanelPoints {
  const rows = thinPoints(reward, MAX_SENT_POINTS);
  const { steps, values, lines } = reward;
  return {
    steps: rows.map((row) => steps[row]),
    rewards: rows.map((row) => values[row]),
    lines: lines && rows.map((row) => lines[row]),
    total: values.length,
  };
}
