import type { CurveName, Fit, FitSet } from '../dynamics/fit';
import { CURVE_NAMES } from '../dynamics/fit';
import type { Report, ReportFit } from './report';

/** Curves whose constants count time by the learning rate: s(t) = Σ η/η_peak (theory.md §2). */
const OPTIMIZER_TIME: ReadonlySet<CurveName> = new Set(['bound', 'scheduled']);

/** A fit as the Report writes it: its constants flat beside its quality, and once more under `constants`. */
export function reportFit(fit: Fit): ReportFit {
  const { constants, sse, r2, bic, bicAr, n, converged, atBound, evaluations, correlation, intervals } = fit;
  const time = OPTIMIZER_TIME.has(fit.curve) ? { time: 'optimizer' } : {};
  return {
    ...constants,
    ...time,
    constants,
    sse,
    r2,
    bic,
    bicAr,
    n,
    converged,
    atBound,
    evaluations,
    correlation,
    intervals,
  };
}

/** All fits of the Report, every curve's key present. */
export function reportFits({ curves }: FitSet): Report['fits'] {
  const entry = (name: CurveName): [CurveName, ReportFit | null] => {
    const fit = curves[name];
    return [name, fit === null ? null : reportFit(fit)];
  };
  return Object.fromEntries(CURVE_NAMES.map(entry)) as Record<CurveName, ReportFit | null>;
}
