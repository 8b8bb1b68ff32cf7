import type { Analysis } from '../../analysis/analysis';
import type { HostMessage, PanelPoints } from '../../protocol';
import type { CalmFailure } from '../logView';
import type { NonEmpty } from '../nonEmpty';

/** What every message says of itself. */
export interface Heading {
  readonly revision: number;
  readonly fileName: string;
  readonly uri: string;
}

/** One of a log's analyses, for the page. `analyses` holds at least one; a run that is not there gives the first. */
export function analysisMessage(
  heading: Heading,
  analyses: NonEmpty<Analysis>,
  run: string | null,
  modifiedAt: number | null,
): HostMessage {
  const runs = analyses.map((one) => one.report.source.run);
  const selectedRun = Math.max(0, runs.indexOf(run));
  const analysis = analyses[selectedRun] ?? analyses[0];
  const points = pointsOf(analysis);
  return { type: 'analysis', ...heading, runs, selectedRun, points, report: analysis.report, modifiedAt };
}

/** Why there is nothing to show. */
export function failedMessage({ revision, fileName }: Heading, failure: CalmFailure): HostMessage {
  const { reason, remedy, line } = failure;
  return { type: 'failed', revision, fileName, reason, remedy, line };
}

function pointsOf({ reward }: Analysis): PanelPoints {
  return {
    steps: [...reward.steps],
    rewards: [...reward.values],
    lines: reward.lines && [...reward.lines],
  };
}
