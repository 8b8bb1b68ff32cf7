import { t } from '@vscode/l10n';
import type { CurveName, Fit, Interval } from '../dynamics/fit';
import { isHalfCosine } from '../report/plateauClaim';
import { ringsForSure } from '../report/reading';
import { constantText } from './constantText';
import { measured, type Measured } from './difference';
import type { FittedRun } from './fittedRun';

/** The constants of which a comparison asks whether runs share them. */
export const CONSTANTS = ['plateau', 'timescale', 'damping'] as const;

/** One of these constants. */
export type ConstantName = (typeof CONSTANTS)[number];

/** Constants that are compared as ratios, because they are scales: above 0, and known to a factor. */
export const RATIOS: ReadonlySet<ConstantName> = new Set(['timescale', 'damping']);

/**
 * A constant of a run by the curve that all are read by; the damping ratio always by the oscillator. Ratios are logarithms.
 *
 * @param fitted the run
 * @param curve the shared curve
 * @param name which constant
 * @returns the measured number, or why the run does not tell it
 */
export function constantOf(
  { fits, assessment }: FittedRun,
  curve: CurveName,
  name: ConstantName,
): Measured | string {
  if (fits.n < 20) return t('{0} rows are too few', fits.n);
  if (assessment.regime === 'no-trend') return t('it shows no trend');
  const fit = fits.curves[name === 'damping' ? 'oscillator' : curve];
  if (fit === null) return t('the curve could not be fitted');
  const found = estimateOf(fit, name);
  if (found === null) return t('the curve has no {0}', constantText(name));
  if (isInvented(fit, { fits, assessment }))
    return t('its curve is half a cosine, whose constants are invented');
  const { value, interval } = found;
  if (interval === null || interval.every((end) => end === null))
    return t('its {0} is not bounded', constantText(name));
  return RATIOS.has(name)
    ? measured(Math.log(value), logarithms(interval), degreesOf(fit))
    : measured(value, interval, degreesOf(fit));
}

/**
 * Whether a fit is half a cosine through a rise that does not ring: what the Report of one run withholds, a comparison does.
 *
 * @param fit a fit
 * @param run the run it is of
 */
export function isInvented(fit: Fit, { fits, assessment }: Pick<FittedRun, 'fits' | 'assessment'>): boolean {
  return isHalfCosine(fit) && !ringsForSure(fits, assessment);
}

function estimateOf(
  { constants, intervals, derived }: Fit,
  name: ConstantName,
): { value: number; interval: Interval | null } | null {
  if (name === 'plateau') return { value: constants['plateau'], interval: intervals['plateau'] ?? null };
  return derived[name] ?? null;
}

function logarithms([low, high]: Interval): Interval {
  return [low === null || low <= 0 ? null : Math.log(low), high === null ? null : Math.log(high)];
}

/** Degrees of freedom of a fit's intervals (`fitIntervals.ts`); without noise the intervals are exact. */
function degreesOf({ effectiveN, n, constants }: Fit): number {
  return (effectiveN ?? n) - Object.keys(constants).length;
}
