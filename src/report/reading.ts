import { t } from '@vscode/l10n';
import { absoluteStiffness, type AbsoluteStiffness } from '../dynamics/absoluteStiffness';
import type { Fit, FitSet } from '../dynamics/fit';
import { DECISIVE, score } from '../dynamics/modelChoice';
import { meanOf, tenthOf } from '../dynamics/means';
import { earlyWarning, type EarlyWarning } from '../dynamics/noise/earlyWarning';
import { noiseAround } from '../dynamics/noise/noiseAround';
import type { NoiseParts } from '../dynamics/noise/noiseParts';
import { freshWithin, observationsOf } from '../dynamics/observed';
import type { RegimeAssessment } from '../dynamics/regime';
import type { Collapse } from '../dynamics/segments/collapse';
import { oneSegment, rowsOf, type Segment, type Segmentation } from '../dynamics/segments/segmentRun';
import { withoutStart } from '../dynamics/segments/withoutStart';
import type { Run } from '../run/run';
import { rateRanOut, type RateRanOut } from './rateRanOut';
import { fallsForSure, tailMoves, type Tail } from './tail';
import { levelRows, scatterOf } from './levels';
import { isEstimate, plateauClaims, valueAt, type PlateauClaim } from './plateauClaim';

/** Lead over a constant from which a change of level is beyond doubt, and "stop it" may be said. */
export const SURE = 15;

/**
 * BIC by which a curve must beat a constant before it is news: curves whose "rise" is the first few rows are many, and one
 * of them wins over a constant too often.
 */
export const LEAST_LEAD = 10;

/** Steps from which a curve can be judged (contract 2). */
export const ENOUGH_STEPS = 20;

/** Everything the words are made from: the run, its fits, and what follows from them at a glance. */
export interface Reading {
  /** The run with the fitted segment's rows as its reward. */
  readonly run: Run;
  /** The run with all its rows. */
  readonly whole: Run;
  readonly segmentation: Segmentation;
  readonly fits: FitSet;
  readonly assessment: RegimeAssessment;
  /** The curve the constants come from; null where none is trusted (too early, no trend). */
  readonly fit: Fit | null;
  /** That curve and every curve that fits as well: where they disagree, the plateau is not known. */
  readonly claims: readonly PlateauClaim[];
  readonly collapse: Collapse | null;
  readonly rings: boolean;
  /** Level at the first and last step, reward units. */
  readonly start: number;
  readonly now: number;
  /** Rows at the end that are level whatever curve led there; null where none are. */
  readonly levelRows: number | null;
  /** Process and sampling noise around the curve, or why they cannot be told apart; null where no curve is trusted. */
  readonly noise: NoiseParts | string | null;
  /** Whether that noise grows or rings on ever longer; null without a curve, or where there is too little to judge. */
  readonly warning: EarlyWarning | null;
  /** Row-to-row scatter, reward units. */
  readonly scatter: number;
  /** −1, 0 or 1: whether a straight line beats a constant, and which way it goes. */
  readonly slope: -1 | 0 | 1;
  /** Whether the end of the run still moves, whatever the curves say (autocorrelated error). */
  readonly tail: -1 | 0 | 1;
  /** Whether the run goes down by more than its autocorrelated noise can do: what "stop it" takes. */
  readonly fallIsSure: boolean;
  /** BIC (autocorrelated) by which the best curve beats a constant; 0 where a constant or a line wins. */
  readonly lead: number;
  /** A curve without mechanism that fits decisively better than the one the constants come from. */
  readonly better: PlateauClaim | null;
  /** k per optimizer step, or why it may not be claimed. */
  readonly absolute: AbsoluteStiffness;
  /** Whether the curves say that the schedule, and not the fixed point, ended the rise. */
  readonly rateRanOut: RateRanOut | null;
}

/** A run's end that moves by less than this share of the rise is level to a reader. */
const TAIL_SHARE = 0.05;

/** What the fits of the run's fitted segment and their assessment say, put side by side. */
export function readRun(
  whole: Run,
  all: FitSet,
  assessment: RegimeAssessment,
  segmentation: Segmentation = oneSegment(whole),
): Reading {
  const { collapse } = segmentation;
  const run = partOf(whole, segmentation.segments[segmentation.fitted]);
  const fits = readableFits(all, assessment, segmentation);
  const values = observationsOf(run.reward.values, run.fresh);
  const span = spanOf(run);
  const rings = ringsForSure(fits, assessment);
  const lead = leadOver(fits, assessment);
  const fit = lead >= LEAST_LEAD ? trustedFit(fits, assessment, span) : null;
  const start = fit === null ? firstLevel(values) : valueAt(fit, 0);
  const rows = rowsAlone(values, run);
  const isOffCurve = fit === null || collapse !== null || runsPast(fit, rows);
  const now = isOffCurve ? lastLevel(whole) : fit.derived.now.value;
  const claims = hasCurve(fits, assessment) ? plateauClaims(fits, assessment.mechanism, span, rings) : [];
  const residuals = observationsOf(residualsOf(run, fits, assessment), run.fresh);
  return {
    run,
    whole,
    ...{ segmentation, fits, assessment, collapse, rings, lead },
    fit,
    claims,
    start,
    now,
    ...noiseIn(fits, assessment, fit !== null && collapse === null, { values, residuals }),
    ...rows,
    slope: slopeOf(fits),
    tail: tailMoves({ values, residuals }, TAIL_SHARE * Math.abs(now - start)),
    fallIsSure: lineFalls(fits, values) || (lead >= SURE && allBelow(claims, start)),
    better: betterClaim(assessment, claims),
    absolute: stiffnessOf(fits, collapse, lead),
    rateRanOut: collapse === null && lead >= LEAST_LEAD ? rateRanOut(run, fits) : null,
  };
}

/** The noise around the best curve, where there is one to trust. */
function noiseIn(
  { curves, sample }: FitSet,
  { selected, mechanism }: RegimeAssessment,
  isTrusted: boolean,
  { values, residuals }: Tail,
): Pick<Reading, 'noise' | 'warning'> {
  const name = selected ?? mechanism;
  const best = name === null ? null : curves[name];
  if (best === null || !isTrusted) return { noise: null, warning: null };
  const isShare = values.every((value) => value >= 0 && value <= 1);
  const level = isShare ? values.map((value, i) => value - residuals[i]) : null;
  return { noise: noiseAround(best, sample), warning: earlyWarning(residuals, level) };
}

function partOf(whole: Run, segment: Segment): Run {
  const fresh = freshWithin(whole.fresh, segment.from, segment.to);
  return { ...whole, fresh, reward: rowsOf(whole.reward, segment) };
}

/** What the observations say whatever the curves. */
function rowsAlone(observations: Float64Array, run: Run): Pick<Reading, 'levelRows' | 'scatter'> {
  return { levelRows: rowsOfLast(levelRows(observations), run), scatter: scatterOf(observations) };
}

/** Whether rows that stand level say better than a curve where the reward is now: its height there is bounded on neither side. */
function runsPast(fit: Fit, { levelRows: level }: Pick<Reading, 'levelRows'>): boolean {
  return level !== null && fit.derived.now.interval?.every((end) => end === null) === true;
}

/** How many rows hold that many last observations. */
function rowsOfLast(count: number | null, { reward, fresh }: Run): number | null {
  if (count === null || fresh === null) return count;
  return reward.values.length - fresh[fresh.length - count];
}

/** Curves that begin at rest are not read where the start is not known, unless the run rings. */
function readableFits(all: FitSet, { regime }: RegimeAssessment, { startIsKnown }: Segmentation): FitSet {
  return startIsKnown ? all : withoutStart(all, regime === 'oscillatory');
}

/** A straight line beats a constant beyond doubt, and goes down by more than noise could. */
function lineFalls({ constant, line }: FitSet, values: Float64Array): boolean {
  return score(constant) - score(line) >= SURE && fallsForSure(values);
}

function allBelow(claims: readonly PlateauClaim[], level: number): boolean {
  return claims.length > 0 && claims.every(({ plateau }) => plateau < level);
}

/** One curve through a rise and a fall, or one that hardly beats a constant, has no stiffness worth reading. */
function stiffnessOf(fits: FitSet, collapse: Collapse | null, lead: number): AbsoluteStiffness {
  if (collapse !== null) return { stiffness: null, reason: t('the reward collapsed.') };
  if (fits.curves.bound !== null && lead < LEAST_LEAD)
    return { stiffness: null, reason: t('no curve beats a constant reward by enough.') };
  return absoluteStiffness(fits);
}

function firstLevel(values: Float64Array): number {
  return meanOf(values, 0, tenthOf(values.length));
}

/** Mean of the run's last tenth, whatever segment was fitted. */
function lastLevel({ reward: { values } }: Run): number {
  return meanOf(values, values.length - tenthOf(values.length), values.length);
}

/** What the best curve, or else the best mechanism, leaves over. */
function residualsOf({ reward }: Run, { curves }: FitSet, assessment: RegimeAssessment): Float64Array {
  const name = assessment.selected ?? assessment.mechanism;
  const best = name === null ? null : curves[name];
  if (best === null) return reward.values;
  return reward.values.map((y, i) => y - valueAt(best, reward.steps[i] - reward.steps[0]));
}

/**
 * Whether a run rings: that needs an oscillator that is an estimate, and a plateau to ring around.
 *
 * @param fits everything fitted to it
 * @param assessment its regime
 */
export function ringsForSure({ curves, constant }: FitSet, { regime, plateau }: RegimeAssessment): boolean {
  if (regime !== 'oscillatory' || curves.oscillator?.atBound !== false) return false;
  if (score(constant) - score(curves.oscillator) < SURE) return false;
  return plateau?.interval?.every((end) => end !== null) === true;
}

/** Whether any curve has something to say: not on a handful of rows, nor where a constant or a line wins. */
function hasCurve({ n }: FitSet, { selected }: RegimeAssessment): boolean {
  return selected !== null && n >= ENOUGH_STEPS;
}

/** BIC (autocorrelated) by which the best curve beats a constant; 0 where a constant or a line wins. */
/** Autocorrelated BIC by which the selected curve beats a constant reward; 0 where a constant or a line wins. */
export function leadOver({ curves, constant }: FitSet, { selected }: RegimeAssessment): number {
  const best = selected === null ? null : curves[selected];
  return best === null ? 0 : Math.max(0, score(constant) - score(best));
}

function betterClaim({ rival }: RegimeAssessment, claims: readonly PlateauClaim[]): PlateauClaim | null {
  if (rival === null || rival.deltaBicAr < DECISIVE) return null;
  return claims.find(({ curve }) => curve === rival.curve) ?? null;
}

/**
 * The curve the constants come from. None where a constant or a line does better, or where the best curve ended on
 * the edge of the search; and where it is too early, only one whose plateau has an interval: that says "at least so
 * much" instead of a number made up.
 */
export function trustedFit({ curves, n }: FitSet, assessment: RegimeAssessment, span: number): Fit | null {
  const { regime, mechanism, plateau, selected } = assessment;
  if (mechanism === null || regime === 'no-trend' || selected === null || n < ENOUGH_STEPS) return null;
  if (regime === 'too-early' && (plateau === null || plateau.interval === null)) return null;
  const fit = curves[mechanism];
  return fit !== null && isEstimate(fit, span) ? fit : null;
}

/** Steps between the first and the last reward. */
export function spanOf({ reward: { steps } }: { readonly reward: Pick<Run['reward'], 'steps'> }): number {
  return steps[steps.length - 1] - steps[0];
}

function slopeOf({ line, constant }: FitSet): -1 | 0 | 1 {
  const wins = line.bicAr !== null && constant.bicAr !== null && line.bicAr + DECISIVE < constant.bicAr;
  if (!wins || line.slope === 0) return 0;
  return line.slope > 0 ? 1 : -1;
}
