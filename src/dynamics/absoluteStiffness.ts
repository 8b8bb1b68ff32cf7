import { t } from '@vscode/l10n';
import { curveWord } from './curveWord';
import { intervalOf, type Estimate } from './estimate';
import { CURVE_NAMES, type Fit, type FitSet } from './fit';
import { DECISIVE, score } from './modelChoice';

/** k with its interval, 1/optimizer step at the peak learning rate, or why it may not be claimed. */
export type AbsoluteStiffness =
  | { readonly stiffness: Estimate; readonly reason: null }
  | { readonly stiffness: null; readonly reason: string };

/**
 * The absolute stiffness k: only from the bound curve, and only where that is not rejected (contract 2) and the log bounds
 * k on both sides.
 *
 * @param fits everything fitted to one segment
 * @returns k, or the reason in a sentence that follows a colon
 */
export function absoluteStiffness(fits: FitSet): AbsoluteStiffness {
  const found = stiffnessOrBound(fits);
  const [low, high] = found.stiffness?.interval ?? [null, null];
  return found.stiffness !== null && (low === null || high === null)
    ? { stiffness: null, reason: t('the log does not bound it on both sides.') }
    : found;
}

/**
 * The same where a bound on one side will do: an end of the interval may be open. The bound curve is rejected where a
 * constant or a straight line does as well, where any other curve, mechanism or rival, has an autocorrelated BIC lower by 6
 * or more, and where it ended on the edge of its search.
 *
 * @param fits everything fitted to one segment
 * @returns k, or the reason in a sentence that follows a colon
 */
export function stiffnessOrBound(fits: FitSet): AbsoluteStiffness {
  const { bound } = fits.curves;
  const no = (reason: string): AbsoluteStiffness => ({ stiffness: null, reason });
  if (bound === null) return no(t('the bound curve was not fitted.'));
  const rejected = whyRejected(bound, fits);
  if (rejected !== null) return no(rejected);
  const interval = intervalOf(bound, 'stiffness');
  if (interval === null || (interval[0] === null && interval[1] === null))
    return no(t('the log bounds it on neither side.'));
  return { stiffness: { value: bound.constants['stiffness'], interval }, reason: null };
}

function whyRejected(bound: Fit, fits: FitSet): string | null {
  if (Math.min(score(fits.constant), score(fits.line)) <= score(bound))
    return t('a constant or a straight line does as well as the bound curve.');
  const others = CURVE_NAMES.map((name) => fits.curves[name]).filter((fit) => fit !== null);
  const best = others.reduce((least, fit) => (score(fit) < score(least) ? fit : least), bound);
  if (score(bound) - score(best) >= DECISIVE)
    return t(
      'the {0} curve fits better (ΔBIC {1}).',
      ...[curveWord(best.curve), (score(bound) - score(best)).toFixed(1)],
    );
  return bound.atBound ? t('the bound curve ended on the edge of its search.') : null;
}
