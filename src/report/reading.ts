import type { Fit, FitSet } from '../dynamics/fit';
import { DECISIVE } from '../dynamics/modelChoice';
import type { RegimeAssessment } from '../dynamics/regime';
import type { Run } from '../run/run';
import { findCollapse, type Collapse } from './collapse';
import { levelRows, meanOf, scatterOf, tenthOf } from './levels';
import { isEstimate, isHalfCosine, plateauClaims, valueAt, type PlateauClaim } from './plateauClaim';

/** Everything the words are made from: the run, its fits, and what follows from them at a glance. */
export interface Reading {
  readonly run: Run;
  readonly fits: FitSet;
  readonly assessment: RegimeAssessment;
  /** The curve the constants come from; null where none is trusted (too early, no trend, collapsed). */
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
  /** Row-to-row scatter, reward units. */
  readonly scatter: number;
  /** −1, 0 or 1: whether a straight line beats a constant, and which way it goes. */
  readonly slope: -1 | 0 | 1;
}

/** What the fits and the assessment say, put side by side. */
export function readRun(run: Run, fits: FitSet, assessment: RegimeAssessment): Reading {
  const { values } = run.reward;
  const span = spanOf(run);
  const rings = assessment.regime === 'oscillatory';
  const collapse = rings ? null : findCollapse(run.reward, withoutTurn(fits));
  const fit = collapse === null ? trustedFit(fits, assessment, span) : null;
  const width = tenthOf(values.length);
  return {
    run,
    fits,
    assessment,
    fit,
    claims: hasCurve(assessment, collapse) ? plateauClaims(fits, assessment.mechanism, span, rings) : [],
    collapse,
    rings,
    start: fit === null ? meanOf(values, 0, width) : valueAt(fit, 0),
    now: fit === null ? meanOf(values, values.length - width, values.length) : fit.derived.now.value,
    levelRows: levelRows(values),
    scatter: scatterOf(values),
    slope: slopeOf(fits),
  };
}

/** The curves that go one way only. */
function withoutTurn({ curves }: FitSet): Fit[] {
  return Object.values(curves).filter((fit) => fit !== null && !isHalfCosine(fit)) as Fit[];
}

/** Whether any curve has something to say: not through a rise and a fall, not where a constant or a line wins. */
function hasCurve({ regime }: RegimeAssessment, collapse: Collapse | null): boolean {
  return collapse === null && regime !== 'no-trend';
}

/**
 * The curve the constants come from. None where a constant or a line does better, or where the best curve ended on
 * the edge of the search; and where it is too early, only one whose plateau has an interval: that says "at least so
 * much" instead of a number made up.
 */
function trustedFit({ curves }: FitSet, assessment: RegimeAssessment, span: number): Fit | null {
  const { regime, mechanism, plateau } = assessment;
  if (mechanism === null || regime === 'no-trend') return null;
  if (regime === 'too-early' && (plateau === null || plateau.interval === null)) return null;
  const fit = curves[mechanism];
  return fit !== null && isEstimate(fit, span) ? fit : null;
}

/** Steps between the first and the last reward. */
export function spanOf({ reward: { steps } }: Run): number {
  return steps[steps.length - 1] - steps[0];
}

function slopeOf({ line, constant }: FitSet): -1 | 0 | 1 {
  const wins = line.bicAr !== null && constant.bicAr !== null && line.bicAr + DECISIVE < constant.bicAr;
  if (!wins || line.slope === 0) return 0;
  return line.slope > 0 ? 1 : -1;
}
