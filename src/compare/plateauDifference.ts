import { t } from '@vscode/l10n';
import type { CurveName } from '../dynamics/fit';
import { score } from '../dynamics/modelChoice';
import { isEstimate, plateauClaims } from '../report/plateauClaim';
import { ringsForSure } from '../report/reading';
import { averagedDifference, type WeightedGap } from './averagedDifference';
import { degreesOf, readableFits, segmentSpan, whyUnreadable } from './constants';
import { gapOf, measured, type Difference, type Measured } from './difference';
import type { FittedRun } from './fittedRun';

/** A run's plateau under one curve, and how well that curve does. */
interface CurvePlateau {
  readonly plateau: Measured;
  readonly score: number;
}

/** The plateaus of a run by the curves it allows. */
export type CurvePlateaus = ReadonlyMap<CurveName, CurvePlateau>;

/** Less of its way to a plateau behind it than this, and a curve's plateau is more of the curve than of the log. */
const LEAST_PROGRESS = 0.5;

/**
 * The plateau of a run under each curve that it allows: autocorrelated BIC within 6 of its best, with or without a
 * mechanism, and half of the way to that plateau seen. Half a cosine through a run that does not ring is none.
 *
 * @param run the run with its fits
 * @returns the plateaus by curve, or why none can be read
 */
export function curvePlateaus(run: FittedRun): CurvePlateaus | string {
  const fits = readableFits(run);
  const why = whyUnreadable(fits, run);
  if (why !== null) return why;
  const span = segmentSpan(run);
  const claims = plateauClaims(fits, null, span, ringsForSure(fits, run.assessment));
  const seen = claims.filter(({ progress, isOpen }) => progress >= LEAST_PROGRESS && !isOpen);
  if (seen.length === 0) return t('less than half of the way to a plateau is seen, whatever the curve');
  const plateaus = seen.flatMap(({ curve, interval }) => {
    const fit = fits.curves[curve];
    if (fit === null || !isEstimate(fit, span)) return [];
    if (interval === null || interval.every((end) => end === null)) return [];
    const plateau = measured(fit.constants['plateau'], interval, degreesOf(fit));
    return [[curve, { plateau, score: score(fit) }] as const];
  });
  return plateaus.length === 0 ? t('its {0} is not bounded', t('plateau')) : new Map(plateaus);
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
