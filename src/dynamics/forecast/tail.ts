import { inverseMovingAverage } from '../noise/inverseMovingAverage';
import type { Sample } from '../sample';
import { timesOf } from '../times';
import type { Candidate, Path } from './candidate';

/** Rows at the end from which the state of the noise is read; θ ≤ 0.98 has forgotten what was before. */
const TAIL = 250;

/** The last two values of y, 1 and φ with the moving average undone: what the noise's state is made of. */
export interface Tail {
  readonly y: readonly [last: number, before: number];
  readonly one: readonly [last: number, before: number];
  readonly phi: readonly [last: number, before: number];
}

/**
 * Reads the tails of a candidate's paths.
 *
 * @param candidate the curve
 * @param sample all points
 * @param thetas moving averages of its noise models
 * @returns by path and the path's offset: one tail per moving average
 */
export function tailReader(
  { family }: Candidate,
  { times, y }: Sample,
  thetas: readonly number[],
): (path: Path, offset: number) => Tail[] {
  const from = Math.max(0, y.length - TAIL);
  const tail = timesOf(times.t.slice(from));
  const undone = (v: Float64Array, theta: number): readonly [number, number] => {
    const u = new Float64Array(v.length + 1);
    inverseMovingAverage(v, theta, u);
    return [u[v.length], u[v.length - 1]];
  };
  const ys = thetas.map((theta) => undone(y.subarray(from), theta));
  const ones = thetas.map((theta) => undone(new Float64Array(tail.t.length).fill(1), theta));
  const phi = new Float64Array(tail.t.length);
  return ({ shape }, offset) => {
    const shift = family.fill(tail, shape, phi, null) - offset;
    for (let i = 0; i < phi.length; i++) phi[i] += shift;
    return thetas.map((theta, k) => ({ y: ys[k], one: ones[k], phi: undone(phi, theta) }));
  };
}
