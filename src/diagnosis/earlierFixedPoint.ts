import { t } from '@vscode/l10n';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { DIAGNOSIS } from './constants';
import { atEnd, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, whole } from './figures';

/** A tenth of the rows says what the reward is now. */
const NOW = 0.1;

/**
 * A reward that stands above the fixed point its own earlier rows were heading for: a hack adds a fixed point of its own
 * (theory.md §6). So do new data or a new schedule, so it supports the verdict and never suffices.
 *
 * @param evidences the run
 * @param until last step of the earlier rows: where the held-out score or the component turned
 * @returns the reward now against that fixed point; nothing where the earlier rows bound none, or hold it
 */
export function aboveEarlierFixedPoint({ reward, run, segmentation }: Evidences, until: number): Evidence[] {
  const starts = segmentation.segments
    .map(({ from }) => run.reward.steps[from])
    .filter((step) => step < until);
  const from = reward.steps.findIndex((step) => step >= (starts.at(-1) ?? -Infinity));
  const to = reward.steps.findLastIndex((step) => step <= until) + 1;
  if (to - from < DIAGNOSIS.fewestRows) return [];
  const [steps, values] = [reward.steps.subarray(from, to), reward.values.subarray(from, to)];
  const isFirst = starts.length <= 1 && segmentation.startIsKnown;
  const { plateau } = assessRegime(fitCurves(steps, values), steps, values, isFirst);
  const [low, high] = plateau?.interval ?? [null, null];
  const now = atEnd(reward, NOW);
  if (plateau === null || low === null || high === null || now <= high) return [];
  return [
    {
      metric: reward.key,
      step: reward.steps[reward.steps.length - 1],
      value: now,
      expected: t(
        '{0} (95 % {1} to {2}), the fixed point its rows up to step {3} were heading for',
        ...[figure(plateau.value), figure(low), figure(high), whole(until)],
      ),
    },
  ];
}
