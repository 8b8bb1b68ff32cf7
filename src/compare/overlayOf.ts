import type { CurveName } from '../dynamics/fit';
import { rowsOf } from '../dynamics/segments/segmentRun';
import { segmentTrack, type PictureTrack } from '../report/curvePicture';
import { timeAxes, type TimeAxis } from '../report/timeAxes';
import type { RunConfig, Series } from '../run/run';
import type { FittedRun } from './fittedRun';

/** One run of a comparison as it is drawn over the others. */
export interface OverlayRun {
  /** As the log's own host named it. */
  readonly path: string;
  /** Its name inside the file, null where that holds one run. */
  readonly run: string | null;
  readonly reward: Series;
  /** The fitted curve with its bands; null where the run shows no trend or has no fit. */
  readonly track: (PictureTrack & { readonly curve: CurveName }) | null;
  /** Other ways to count how far the run has come, beside its step. */
  readonly axes: readonly TimeAxis[];
  readonly config: RunConfig;
}

/**
 * What is drawn of a run in a comparison.
 *
 * @param fitted the run with its fits
 * @param curve the mechanism all runs are read by; null where none fits all of them, and each is drawn by its own
 * @returns points, curve, axes and settings
 */
export function overlayOf(
  { run, segmentation, fits, assessment }: FittedRun,
  curve: CurveName | null,
): OverlayRun {
  const { path, name, reward, series, config } = run;
  const drawn = assessment.regime === 'no-trend' ? null : (curve ?? assessment.mechanism);
  const fit = drawn === null ? null : fits.curves[drawn];
  const { steps } = rowsOf(reward, segmentation.segments[segmentation.fitted]);
  return {
    ...{ path, run: name, reward, config },
    track:
      drawn === null || fit === null
        ? null
        : { curve: drawn, ...segmentTrack(fits, fit, steps[0], steps[steps.length - 1]) },
    axes: timeAxes(series, reward),
  };
}
