import { t } from '@vscode/l10n';
import type { CurveName } from '../dynamics/fit';
import { curveInWords } from './curveInWords';
import { plateauOf } from './fitRows';
import { formatQuantity } from './formatQuantity';
import type { Quantity, Report } from './report';

/**
 * The plateau of the curve that the constants come from and, where a curve without mechanism fits better, that one's,
 * each under its curve's name: two numbers without a name would contradict each other.
 *
 * @param report the Report
 * @param resolution what a digit is worth, reward units
 * @returns labels and values; none without a curve or a plateau
 */
export function plateauRows(report: Report, resolution: number): [label: string, value: string][] {
  const { curve, plateau } = report.interpretation;
  const shown = formatQuantity(plateau, { terse: true, resolution });
  if (curve === null) return plateau === null ? [] : [[t('plateau'), shown]];
  const rival = rivalRow(report, resolution);
  if (plateau === null) return [[t('plateau'), t('not identifiable')], ...rival];
  if (report.interpretation.rival === null) return [[t('plateau'), shown]];
  const named = isWidened(plateau, report, curve)
    ? t('{0} by {1} and others', shown, curveInWords(curve))
    : t('{0} by {1}', shown, curveInWords(curve));
  return [[t('plateau'), named], ...rival];
}

/** None where the log does not bound the better curve's plateau: it is then no number to set beside the other. */
function rivalRow({ interpretation, fits }: Report, resolution: number): [string, string][] {
  const { rival } = interpretation;
  const fit = rival === null ? null : fits[rival.curve];
  const interval = fit?.intervals['plateau'];
  if (rival === null || fit === null || interval === undefined || interval.includes(null)) return [];
  const plateau = plateauOf(fit, interpretation, resolution);
  return plateau === '–'
    ? []
    : [[t('plateau, best fit'), t('{0} by {1}', plateau, curveInWords(rival.curve))]];
}

/** Whether the plateau's interval is another than its curve alone has. */
function isWidened({ interval }: Quantity, { fits }: Report, curve: CurveName): boolean {
  const own = fits[curve]?.intervals['plateau'];
  return own !== undefined && own.some((end, i) => end !== interval?.[i]);
}
