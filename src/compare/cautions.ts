import { t } from '@vscode/l10n';
import type { PairComparison } from './comparison';
import type { FittedRun } from './fittedRun';
import { letterOf } from './letterOf';

/**
 * What a reader of differences must not forget: which runs collapsed, and that p values know of the noise within a run alone.
 *
 * @param runs the runs
 * @param pairs what was found of each pair
 * @param isPooled whether some runs differ in their seed alone, so that the spread between runs is known
 * @returns whole sentences
 */
export function cautions(
  runs: readonly FittedRun[],
  pairs: readonly PairComparison[],
  isPooled: boolean,
): string[] {
  const fallen = runs.flatMap(({ segmentation }, place) =>
    segmentation.collapse === null ? [] : [letterOf(place)],
  );
  const collapsed = fallen.map((letter) =>
    t(
      '{0} has collapsed: its constants are of the time before, its last tenth of the time after. Fit it alone to see when and why.',
      letter,
    ),
  );
  if (isPooled || !pairs.some(isDifferent)) return collapsed;
  return [
    ...collapsed,
    t(
      'That runs differ is said against the noise within each of them. Another seed may do as much as another setting: only several runs of one setting tell the two apart.',
    ),
  ];
}

function isDifferent({ constants, end, evaluations }: PairComparison): boolean {
  const answers = [...Object.values(constants), end, ...Object.values(evaluations)];
  return answers.some(({ verdict }) => verdict === 'differ' || verdict === 'hint');
}
