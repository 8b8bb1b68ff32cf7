import { t } from '@vscode/l10n';
import { CURVE_NAMES, type CurveName } from '../src/dynamics/fit';
import { formatNumber, formatTo } from '../src/report/formatNumber';
import { levelResolution } from '../src/report/levelResolution';
import { commaList } from '../src/run/listInWords';
import type { Report, ReportFit } from '../src/report/report';
import { noteFor } from '../src/report/noteFor';
import { shapeLabel } from './shapeLabel';
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
  const constants = Object.entries(fit.constants).map(
    ([name, value]) => `${shapeLabel(name)} ${formatNumber(value, 3)}`,
  );
  const warnings = [
    ...(fit.atBound ? [t('at the edge of the search box: limits, not estimates')] : []),
    ...(fit.converged ? [] : [t('did not converge')]),
  ];
  return [commaList(constants), ...warnings].join(' · ');
}

function missing({ notes }: Report, name: CurveName): string {
  return noteFor(notes, `fits.${name}`) ?? noteFor(notes, name) ?? t('not fitted');
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
  const delta = fit.bicAr === null || least === null ? ABSENT : (fit.bicAr - least).toFixed(1);
  return {
    ...flags,
    r2: fit.r2 === null ? ABSENT : fit.r2.toFixed(3),
    delta,
    plateau: formatTo(fit.constants['plateau'] ?? null, levelResolution(report.interpretation)),
    remark: remarkOf(fit),
  };
}

/** Every curve that competes, in the Report's order. */
export function modelRows(report: Report): ModelRow[] {
  const least = lowest(report);
  return CURVE_NAMES.map((name) => rowOf(report, name, least));
}
