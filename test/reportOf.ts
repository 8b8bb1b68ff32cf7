import { diagnose } from '../src/diagnosis/diagnose';
import type { CurveName, FitSet } from '../src/dynamics/fit';
import { fitCurves } from '../src/dynamics/fitCurves';
import { assessRegime } from '../src/dynamics/regime';
import { rowsOf, segmentRun } from '../src/dynamics/segments/segmentRun';
import { buildReport } from '../src/report/buildReport';
import type { Report } from '../src/report/report';
import type { Run } from '../src/run/run';
import { handMadeRun } from './handMadeRun';
import { curveWithNoise } from './syntheticLog';

/** The Report on a run made by hand, segments and findings included; `change` may alter what was fitted. */
export function reportOf(run: Run, change: (fits: FitSet) => FitSet = (fits) => fits): Report {
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = change(fitCurves(steps, values));
  const assessment = assessRegime(fits, steps, values, segmentation.startIsKnown);
  return buildReport({
    run,
    segmentation,
    fits,
    assessment,
    findings: diagnose(run, fits, assessment, segmentation),
  });
}

/** The Report on a curve with a little noise. */
export function reportOfCurve(
  curve: CurveName,
  constants: Record<string, number>,
  n: number,
  sigma = 0.02,
): Report {
  return reportOf(handMadeRun(curveWithNoise(curve, constants, n, sigma, 11).y));
}
