import { t } from '@vscode/l10n';
import { intervalOf } from '../dynamics/estimate';
import { CURVE_NAMES, type CurveName, type Fit, type FitSet } from '../dynamics/fit';
import { DECISIVE, score } from '../dynamics/modelChoice';
import { isEstimate } from '../report/plateauClaim';
import { averagedDifference, type WeightedGap } from './averagedDifference';
import { degreesOf, isInvented, readableFits, segmentSpan, whyUnreadable } from './constants';
import { gapOf, measured, type Difference, type Measured } from './difference';
import type { FittedRun } from './fittedRun';

/** A run's plateau under one curve, and how well that curve does. */
interface CurvePlateau {
  readonly plateau: Measured;
  readonly score: number;
}

/** The plateaus of a run by the curves it allows. */
export type CurvePlateaus = ReadonlyMap<CurveName, CurvePlateau>;

/**
 * The plateau of a run under each curve that it allows: autocorrelated BIC within 6 of its best, with or without a
 * mechanism. Half a cosine through a run that does not ring is none.
 *
 * @param run the run with its fits
 * @returns the plateaus by curve, or why none can be read
 */
export function curvePlateaus(run: FittedRun): CurvePlateaus | string {
  const fits = readableFits(run);
  const why = whyUnreadable(fits, run);
  if (why !== null) return why;
  const span = segmentSpan(run);
  const present = presentIn(fits).filter((fit) => !isInvented(fit, run) && isEstimate(fit, span));
  const best = Math.min(...present.map(score));
  const allowed = present.filter((fit) => score(fit) === best || score(fit) - best < DECISIVE);
  const plateaus = allowed.flatMap((fit) => {
    const interval = intervalOf(fit, 'plateau');
    if (interval === null || interval.every((end) => end === null)) return [];
    const plateau = measured(fit.constants['plateau'], interval, degreesOf(fit));
    return [[fit.curve, { plateau, score: score(fit) }] as const];
  });
  return plateaus.length === 0 ? t('its {0} is not bounded', t('plateau')) : new Map(plateaus);
}

function presentIn({ curves }: FitSet): Fit[] {
  return CURVE_NAMES.map((name) => curves[name]).filter((fit) => fit !== null);
}

/**
 * How two plateaus differ, read by curves that both runs allow: the same curve for both, whichever it is, since what makes one
 * run rise makes the other. Each counts with the evidence that it is the curve of both, exp(−ΔBIC/2) of the sum.
 *
 * @param first plateaus of one run
 * @param second plateaus of the other
 * @returns second less first; null where no curve is allowed by both
 */
export function plateauDifference(first: CurvePlateaus, second: CurvePlateaus): Difference | null {
  const shared = [...first].flatMap(([curve, a]) => {
    const b = second.get(curve);
    return b === undefined ? [] : [{ gap: gapOf(a.plateau, b.plateau), sum: a.score + b.score }];
  });
  if (shared.length === 0) return null;
  const best = Math.min(...shared.map(({ sum }) => sum));
  const weighted = shared.map(({ gap, sum }): WeightedGap => ({ gap, weight: evidence(sum, best) }));
  return averagedDifference(weighted.filter(({ weight }) => weight > 0));
}

/** A fit without residuals has a score of −∞ and takes all. */
function evidence(sum: number, best: number): number {
  return sum === best ? 1 : Math.exp((best - sum) / 2);
}
