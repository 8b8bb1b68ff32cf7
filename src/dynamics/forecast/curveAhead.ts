import type { Sample } from '../sample';
import { timesOf } from '../times';
import type { Candidate, Path } from './candidate';
import type { Target } from './target';

/** φ − offset at the targets, and what the log has seen of it. */
export interface CurveAhead {
  readonly phi: Float64Array;
  readonly last: number;
  /** How far φ moves within the log. */
  readonly change: number;
  /** How often the gap to the plateau has fallen by e within the log; null for what does not rise to an end. */
  readonly folds: number | null;
}

/**
 * Reads a candidate's paths where they are to be forecast.
 *
 * @param candidate the curve
 * @param sample all points
 * @param targets what is forecast
 * @returns by path and the path's offset: the curve ahead
 */
export function curveReader(
  { family }: Candidate,
  { window }: Sample,
  targets: readonly Target[],
): (path: Path, offset: number) => CurveAhead {
  const within = Float64Array.of(0, window.span);
  const ahead = targets.map(({ times }) => times);
  return ({ shape, until }, offset) => {
    const valuesAt = (t: Float64Array): Float64Array => {
      const phi = new Float64Array(t.length);
      const shift = family.fill(timesOf(t.map((time) => Math.min(time, until))), shape, phi, null) - offset;
      return phi.map((value) => value + shift);
    };
    const [start, last] = valuesAt(within);
    // Past its plateau, a ringing has settled as far as anyone can ask.
    const left = Math.min(1, Math.max(1e-12, (last + offset) / (start + offset)));
    return {
      phi: Float64Array.from(ahead, (t) => valuesAt(t).reduce((sum, value) => sum + value / t.length, 0)),
      last,
      change: Math.abs(last - start),
      folds: family.shapes === 0 ? null : Math.max(1e-12, -Math.log(left)),
    };
  };
}
