import { CURVE_NAMES, type Fit, type FitSet } from '../dynamics/fit';
import { noiseCeiling } from '../dynamics/noiseCeiling';
import type { Segment } from '../dynamics/segments/segmentRun';
import { sumsOverSteps } from '../dynamics/sumsOverSteps';
import type { Run } from '../run/run';

/**
 * The fits with what contract 2 wants over every step of the segment (sse, r2, bic, n, noiseCeiling), where they were made
 * on means of consecutive steps; the fits as they are otherwise.
 */
export function overAllSteps({ allSteps, reward }: Run, { from, to }: Segment, fits: FitSet): FitSet {
  if (allSteps === undefined) return fits;
  const rows = [from * allSteps.perMean, to * allSteps.perMean] as const;
  const steps = allSteps.steps.subarray(...rows);
  const values = allSteps.values.subarray(...rows);
  const curves: Record<string, Fit | null> = {};
  for (const name of CURVE_NAMES) {
    const fit = fits.curves[name];
    curves[name] = fit === null ? null : { ...fit, ...sumsOverSteps(fit, steps, values, reward.steps[from]) };
  }
  return {
    ...fits,
    curves: curves as FitSet['curves'],
    noiseCeiling: noiseCeiling(values),
  };
}
