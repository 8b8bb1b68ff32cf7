import { t } from '@vscode/l10n';
import type { Estimate } from '../dynamics/estimate';
import type { CurveName, Fit, FitSet, Interval } from '../dynamics/fit';
import { betterCurveDisagrees, plateauEstimate } from '../dynamics/plateauEstimate';
import { rowsOf } from '../dynamics/segments/segmentRun';
import { withoutStart } from '../dynamics/segments/withoutStart';
import { isEstimate, isHalfCosine } from '../report/plateauClaim';
import { ENOUGH_STEPS, LEAST_LEAD, leadOver, ringsForSure, spanOf, trustedFit } from '../report/reading';
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
export function constantOf(fitted: FittedRun, curve: CurveName, name: ConstantName): Measured | string {
  const told = toldConstant(fitted, curve, name);
  if (typeof told === 'string') return told;
  const { value, interval, degrees } = told;
  return RATIOS.has(name)
    ? measured(Math.log(value), logarithms(interval), degrees)
    : measured(value, interval, degrees);
}

/** A constant that a run tells, with its interval and what that is worth. */
export interface ToldConstant {
  readonly value: number;
  /** 95 %, bounded on one side at least. */
  readonly interval: Interval;
  readonly degrees: number;
}

/**
 * The same as the Report of one run tells it: the plateau with the doubt between curves in its interval, nothing where a
 * decisively better curve says otherwise.
 *
 * @param fitted the run
 * @param curve the shared curve
 * @param name which constant
 * @returns the constant in its own unit, or why the run does not tell it
 */
export function toldConstant(fitted: FittedRun, curve: CurveName, name: ConstantName): ToldConstant | string {
  const fits = readableFits(fitted);
  const why = whyUnreadable(fits, fitted);
  if (why !== null) return why;
  const fit = fits.curves[name === 'damping' ? 'oscillator' : curve];
  if (fit === null) return t('the curve could not be fitted');
  const found = estimateOf(fits, fit, name);
  if (found === null) return t('the curve has no {0}', constantText(name));
  if (isInvented(fit, fitted)) return t('its curve is half a cosine, whose constants are invented');
  if (!isEstimate(fit, segmentSpan(fitted))) return t('its curve ended on the edge of its search');
  if (name === 'plateau' && betterCurveDisagrees(fits, fit))
    return t('a curve that fits it decisively better has another plateau');
  const { value, interval } = found;
  if (interval === null || interval.every((end) => end === null))
    return t('its {0} is not bounded', constantText(name));
  return { value, interval, degrees: degreesOf(fit) };
}

/**
 * The fits of a run as a comparison reads them: without what would need a start that the log does not show.
 *
 * @param run the run
 */
export function readableFits({ fits, assessment, segmentation }: FittedRun): FitSet {
  return segmentation.startIsKnown ? fits : withoutStart(fits, assessment.regime === 'oscillatory');
}

/**
 * Why no constant of a run can be read, whatever the curve: what the Report of the run withholds, a comparison does.
 *
 * @param fits its fits as a comparison reads them
 * @param run the run
 * @returns the reason; null where there is none
 */
export function whyUnreadable(fits: FitSet, run: FittedRun): string | null {
  const { assessment } = run;
  if (fits.n < ENOUGH_STEPS) return t('{0} rows are too few', fits.n);
  if (assessment.regime === 'no-trend') return t('it shows no trend');
  if (leadOver(fits, assessment) < LEAST_LEAD) return t('its curve beats a constant reward by too little');
  if (trustedFit(fits, assessment, segmentSpan(run)) !== null) return null;
  return assessment.regime === 'too-early'
    ? t('it is too early to tell')
    : t('its curve ended on the edge of its search');
}

/**
 * Steps from the first to the last row that was fitted.
 *
 * @param run the run
 */
export function segmentSpan({ run, segmentation }: FittedRun): number {
  return spanOf({ reward: rowsOf(run.reward, segmentation.segments[segmentation.fitted]) });
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

function estimateOf(fits: FitSet, fit: Fit, name: ConstantName): Estimate | null {
  return name === 'plateau' ? plateauEstimate(fits, fit) : (fit.derived[name] ?? null);
}

function logarithms([low, high]: Interval): Interval {
  return [low === null || low <= 0 ? null : Math.log(low), high === null ? null : Math.log(high)];
}

/**
 * Degrees of freedom of a fit's intervals (`fitIntervals.ts`); without noise the intervals are exact.
 *
 * @param fit the fit
 */
export function degreesOf({ effectiveN, n, constants }: Fit): number {
  return (effectiveN ?? n) - Object.keys(constants).length;
}
