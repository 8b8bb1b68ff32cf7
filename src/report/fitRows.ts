import { t } from '@vscode/l10n';
import { CURVE_NAMES, type CurveName, type Interval } from '../dynamics/fit';
import { formatTo } from './formatNumber';
import { formatQuantity } from './formatQuantity';
import { levelResolution } from './levelResolution';
import { commaList } from '../run/listInWords';
import { FARTHEST } from './plateauClaim';
import type { Report, ReportFit } from './report';
import type { Cell } from './textTable';

const SHOWN: Readonly<Record<CurveName, () => string>> = {
  exponential: () => t('exponential'),
  inertial: () => t('inertial (slow start)'),
  oscillator: () => t('oscillator (may ring)'),
  bound: () => t('hyperparameter-bound'),
  scheduled: () => t('scheduled'),
  logistic: () => t('logistic (rival)'),
  hill: () => t('Hill (rival)'),
};

/** The fitted curves as table rows, best first: R², ΔBIC against the best, plateau, and which one is which. */
export function fitRows({ fits, interpretation, selected }: Report): Cell[][] {
  const fitted = CURVE_NAMES.flatMap((name) => {
    const fit = fits[name];
    return fit === null ? [] : [{ name, fit }];
  }).sort((a, b) => bicOf(a.fit) - bicOf(b.fit));
  if (fitted.length === 0) return [];
  const best = bicOf(fitted[0].fit);
  const resolution = levelResolution(interpretation);
  const head = [t('fit'), 'R²', 'ΔBIC', t('plateau'), ''].map((text) => ({ text }));
  return [
    head,
    ...fitted.map(({ name, fit }) => [
      { text: SHOWN[name]() },
      { text: fit.r2 === null ? '–' : fit.r2.toFixed(3) },
      { text: deltaBic(bicOf(fit), best) },
      { text: plateauOf(fit, interpretation, resolution) },
      { text: remark(name, fit, selected, interpretation.curve) },
    ]),
  ];
}

function bicOf({ bicAr }: ReportFit): number {
  return bicAr ?? Number.NEGATIVE_INFINITY;
}

function deltaBic(value: number, best: number): string {
  if (value === best) return '0';
  return Number.isFinite(value - best) ? (value - best).toFixed(1) : '–';
}

/**
 * A curve's plateau as text. One far beyond anything seen, from a curve on the edge of its search, is no number to read: "–".
 *
 * @param fit the curve
 * @param interpretation the run's levels
 * @param resolution what a digit is worth, reward units
 */
export function plateauOf(
  { constants, atBound, intervals }: ReportFit,
  { now }: Report['interpretation'],
  resolution: number,
): string {
  const { plateau } = constants;
  const isFar = now !== null && Math.abs(plateau - now.value) > FARTHEST * resolution;
  const interval = intervals['plateau'] as Interval | undefined;
  const isOpen = interval === undefined || interval.includes(null);
  // An open interval and a plateau beyond anything seen: the curve has not bent.
  if (isFar && (atBound || isOpen)) return '–';
  if (interval === undefined) return formatTo(plateau, resolution);
  if (isOpen) return t('{0}, open', formatTo(plateau, resolution));
  return formatQuantity({ value: plateau, interval, unit: 'reward' }, { terse: true, resolution });
}

function remark(name: CurveName, fit: ReportFit, selected: CurveName | null, used: CurveName | null): string {
  const parts: string[] = [];
  if (name === selected) parts.push(t('best'));
  if (name === used) parts.push(t('used above'));
  if (fit.atBound) parts.push(t('at its edge'));
  return commaList(parts);
}
