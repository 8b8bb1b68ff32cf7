import type { FitSet } from '../dynamics/fit';
import type { RegimeAssessment } from '../dynamics/regime';
import type { Segmentation } from '../dynamics/segments/segmentRun';
import type { Run } from '../run/run';

/** A run with everything that was fitted to it: what a comparison is made from. */
export interface FittedRun {
  readonly run: Run;
  readonly segmentation: Segmentation;
  /** Fits of the segment that `segmentation` chose. */
  readonly fits: FitSet;
  readonly assessment: RegimeAssessment;
}

/**
 * How a run is called in a comparison: its path, and its name inside the file where that holds several.
 *
 * @param fitted the run
 * @returns text from the file system and the log: data, never markup
 */
export function labelOf({ run: { path, name } }: Pick<FittedRun, 'run'>): string {
  return name === null ? path : `${path} › ${name}`;
}
