import type { ComparedRunView, RunRef, ToComparePage } from '../../compareProtocol';
import type { LogErrorParts } from '../../logs/logError';
import { pointsOf } from '../panel/hostMessage';
import { shortLabels } from '../runs/shortLabels';
import { lastPart } from './lastPart';
import type { Compared } from './logComparer';

type ComparisonMessage = Extract<ToComparePage, { type: 'comparison' }>;

/** A comparison as the page gets it; `pathOf` names a log below the workspace. */
export function comparisonMessage(
  revision: number,
  refs: readonly RunRef[],
  { comparison, overlay, failures, uris }: Compared,
  pathOf: (uri: string) => string,
): ComparisonMessage {
  const paths = uris.map(pathOf);
  const labels = shortLabels([...new Set(paths)]);
  const runs = overlay.map(({ run, reward, track, axes }, i): ComparedRunView => {
    const label = labels.get(paths[i]) ?? paths[i];
    return {
      label: labelOf(label, run, labels.size),
      name: run === null ? paths[i] : `${paths[i]} › ${run}`,
      key: `${uris[i]} ${run ?? ''}`,
      points: pointsOf(reward),
      ...{ track, axes },
    };
  });
  return { type: 'comparison', revision, refs, comparison, runs, problems: failures.map(problemOf) };
}

/** Of runs of one log their own names tell them apart. */
function labelOf(label: string, run: string | null, logs: number): string {
  if (run === null) return label;
  return logs === 1 ? run : `${label} › ${run}`;
}

function problemOf({ path, reason, remedy }: LogErrorParts): string {
  return `${lastPart(path)}: ${reason}; ${remedy}.`;
}
