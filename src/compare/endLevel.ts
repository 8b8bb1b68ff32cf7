import { meanOf, tenthOf } from '../dynamics/means';
import type { Measured } from './difference';
import type { FittedRun } from './fittedRun';
import { varianceOfMean, type RowNoise } from './rowNoise';

/** Mean of a run's last tenth, with its error. */
export interface EndLevel extends Measured {
  /** First and last step of the rows. */
  readonly steps: readonly [number, number];
}

/**
 * The mean reward of the last tenth of a run's rows, with its standard error under the run's autocorrelated noise: no
 * curve is asked where the run is going.
 *
 * @param fitted the run
 * @param noise its noise; null where it is not known
 * @returns the level; null without noise
 */
export function endLevel(
  { run: { reward }, segmentation, fits }: FittedRun,
  noise: RowNoise | null,
): EndLevel | null {
  if (noise === null) return null;
  const { steps, values } = reward;
  const rows = tenthOf(values.length);
  const { from, to } = segmentation.segments[segmentation.fitted];
  // Repeated evaluations and the means of a very long log are fewer points than rows.
  const points = Math.max(1, Math.round((rows * fits.n) / (to - from)));
  const error = Math.sqrt(varianceOfMean(noise, points));
  return {
    value: meanOf(values, values.length - rows, values.length),
    below: error,
    above: error,
    degrees: Math.max(1, noise.degrees),
    steps: [steps[values.length - rows], steps[values.length - 1]],
  };
}
