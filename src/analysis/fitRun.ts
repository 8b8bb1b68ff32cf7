import type { FittedRun } from '../compare/fittedRun';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import type { FitSet } from '../dynamics/fit';
import { fitCurvesByCurve, type FitOptions } from '../dynamics/fitCurves';
import { freshWithin } from '../dynamics/observed';
import { assessRegime } from '../dynamics/regime';
import { segmentObserved } from '../dynamics/segmentObserved';
import { rowsOf } from '../dynamics/segments/segmentRun';
import type { Run } from '../run/run';

/**
 * Everything that is fitted to one run.
 *
 * @param run the run
 * @param pause awaited between the stages
 * @returns the run with its segments, fits and regime
 */
export async function fitRun(run: Run, pause: () => Promise<void>): Promise<FittedRun> {
  const segmentation = segmentObserved(run);
  await pause();
  const segment = segmentation.segments[segmentation.fitted];
  const { steps, values } = rowsOf(run.reward, segment);
  const fresh = freshWithin(run.fresh, segment.from, segment.to);
  const fits = await fitWithPauses(steps, values, { settings: dynamicsSettings(run), fresh }, pause);
  await pause();
  return {
    run,
    segmentation,
    fits,
    assessment: assessRegime(fits, steps, values, segmentation.startIsKnown),
  };
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
