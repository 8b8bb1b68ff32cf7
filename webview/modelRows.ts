import { CURVE_NAMES, type CurveName } from '../src/dynamics/fit';
import { formatNumber, formatTo } from '../src/report/formatNumber';
import type { Report, ReportFit } from '../src/report/report';
import { CURVE_LABELS } from './words';

/** One curve in the comparison. */
export interface ModelRow {
  readonly curve: string;
  /** Selected by the criterion. */
  readonly best: boolean;
  /** The constants of the page come from this one. */
  readonly shown: boolean;
  readonly r2: string;
  /** Distance to the best curve under the autocorrelated BIC. */
  readonly delta: string;
  readonly plateau: string;
  /** All constants by name, and what is wrong with them, if anything. */
  readonly remark: string;
}

const ABSENT = '–';

function lowest(report: Report): number | null {
  const scores = Object.values(report.fits).flatMap((fit) =>
    fit === null || fit.bicAr === null ? [] : [fit.bicAr],
  );
  return scores.length === 0 ? null : Math.min(...scores);
}

function remarkOf(fit: ReportFit): string {
  const constants = Object.entries(fit.constants).map(([name, value]) => `${name} ${formatNumber(value, 3)}`);
  const warnings = [
    ...(fit.atBound ? ['at the edge of the search box: limits, not estimates'] : []),
    ...(fit.converged ? [] : ['did not converge']),
  ];
  return [constants.join(', '), ...warnings].join(' · ');
}

function missing(report: Report, name: CurveName): string {
  const note = report.notes.find((text) => text.toLowerCase().startsWith(name));
  return note ?? 'not fitted';
}

function rowOf(report: Report, name: CurveName, least: number | null): ModelRow {
  const fit = report.fits[name];
  const flags = {
    curve: CURVE_LABELS[name],
    best: report.selected === name,
    shown: report.interpretation.curve === name,
  };
  if (fit === null)
    return { ...flags, r2: ABSENT, delta: ABSENT, plateau: ABSENT, remark: missing(report, name) };
  const delta = fit.bicAr === null || least === null ? ABSENT : formatTo(fit.bicAr - least, 1);
  return {
    ...flags,
    r2: fit.r2 === null ? ABSENT : formatNumber(fit.r2, 3),
    delta,
    plateau: formatNumber(fit.constants['plateau'] ?? null, 3),
    remark: remarkOf(fit),
  };
}

/** Every curve that competes, in the Report's order. */
export function modelRows(report: Report): ModelRow[] {
  const least = lowest(report);
  return CURVE_NAMES.map((name) => rowOf(report, name, least));
}
