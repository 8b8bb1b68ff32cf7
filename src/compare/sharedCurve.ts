import type { CurveName } from '../dynamics/fit';
import { MECHANISMS, score } from '../dynamics/modelChoice';
import { isInvented, readableFits } from './constants';
import type { FittedRun } from './fittedRun';

/**
 * The mechanism that all runs are read by: constants of different curves mean different things and cannot be compared.
 * The one with the lowest sum of autocorrelated BICs; half a cosine through a run that does not ring is none.
 *
 * @param runs runs that are to be compared
 * @returns the curve; null where none was fitted to all of them
 */
export function sharedCurve(runs: readonly FittedRun[]): CurveName | null {
  const readable = runs.map(readableFits);
  const sums = MECHANISMS.flatMap((curve) => {
    const fitted = readable
      .map(({ curves }) => curves[curve])
      .filter((fit, place) => fit !== null && !isInvented(fit, runs[place]))
      .filter((fit) => fit !== null);
    const sum = fitted.reduce((total, fit) => total + score(fit), 0);
    return fitted.length === runs.length ? [{ curve, sum }] : [];
  });
  const best = sums.reduce<(typeof sums)[number] | null>(
    (a, b) => (a === null || b.sum < a.sum ? b : a),
    null,
  );
  return best?.curve ?? null;
}
