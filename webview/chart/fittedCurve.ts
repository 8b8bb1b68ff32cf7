import type { CurveName } from '../../src/dynamics/fit';
import type { Report, ReportFit } from '../../src/report/report';

/** A curve that has a fit. */
export interface FittedCurve {
  readonly name: CurveName;
  readonly fit: ReportFit;
}

/** A curve's fit where the page can draw it: one in optimizer time needs the logged learning rates, which stay in the host. */
export function fittedCurve(report: Report, name: CurveName | null | undefined): FittedCurve | null {
  if (name === null || name === undefined) return null;
  const fit = report.fits[name];
  const inStepTime = name !== 'bound' && fit?.['time'] !== 'optimizer';
  return fit !== null && inStepTime ? { name, fit } : null;
}
