import { fitCurves } from '../../dynamics/fitCurves';
import { assessRegime } from '../../dynamics/regime';
import { oneSegment } from '../../dynamics/segments/segmentRun';
import type { Run } from '../../run/run';
import type { FittedRun } from '../fittedRun';

/** Fewer evaluations say nothing about how their noise carries over. */
const FEWEST = 12;

/**
 * A run with its held-out reward in place of the reward, fitted like one.
 *
 * @param run the run
 * @returns the fitted evaluations, or why there are none to compare; null where the run has no such column
 */
export function evaluationRun(run: Run): FittedRun | string | null {
  const series = run.series.get('evalReward');
  if (series === undefined) return null;
  const { steps, values } = series;
  if (steps.length < FEWEST) return `${steps.length} evaluations are too few`;
  const held: Run = { ...run, reward: series, fresh: null };
  const fits = fitCurves(steps, values);
  return {
    run: held,
    segmentation: oneSegment(held),
    fits,
    assessment: assessRegime(fits, steps, values),
  };
}
