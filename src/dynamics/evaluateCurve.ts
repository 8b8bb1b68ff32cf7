import { CURVES } from './curves/curveTable';
import type { CurveName } from './fit';
import { timesOf } from './times';

/**
 * Value of a fitted curve at one time, from its named constants: R* − (R* − R₀) φ(t).
 *
 * @param curve which curve; `scheduled` is the exponential in optimizer time
 * @param constants by the names of contract 2: reward units, logged steps
 * @param t steps since the segment's first (optimizer time for `scheduled`)
 * @returns reward units
 * @throws RangeError for `bound`, which is a recursion of the optimizer and not a function of time alone
 */
export function evaluateCurve(
  curve: CurveName,
  constants: Readonly<Record<string, number>>,
  t: number,
): number {
  const name = curve === 'scheduled' ? 'exponential' : curve;
  const known = CURVES.find((candidate) => candidate.name === name);
  if (known === undefined) throw new RangeError(`The ${curve} curve has no closed form in t.`);
  const phi = new Float64Array(1);
  const offset = known.fill(timesOf(Float64Array.of(t)), known.shape(constants), phi, null);
  const rise = constants['R0'] - constants['plateau'];
  return (offset === 1 ? constants['R0'] : constants['plateau']) + rise * phi[0];
}
