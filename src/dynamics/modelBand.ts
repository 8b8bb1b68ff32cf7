import type { Band, CurveTrack } from './curveTrack';
import type { Fit, FitSet } from './fit';
import { curvesInDoubt } from './plateauEstimate';

/**
 * The curve that is read, at a row of times, with bands that admit model doubt exactly as its plateau's interval does
 * (`plateauEstimate`): where other curves in doubt fit as well, the bands are the union of theirs
 * and this one's; where those beat it decisively, they are theirs, stretched to hold this curve.
 *
 * @param fits everything fitted to the segment
 * @param fit the curve that is read
 * @param t times since the segment's first step, logged steps, ascending; may lie beyond the last
 * @returns its height, the 95 % confidence band and the 95 % prediction band of one row, reward units
 */
export function modelBand(fits: FitSet, fit: Fit, t: Float64Array): CurveTrack {
  const { others, isBeaten } = curvesInDoubt(fits, fit);
  const own = fit.track(t);
  const theirs = others.filter((other) => other !== fit).map((other) => other.track(t));
  const join = (of: 'band' | 'row'): Band | null => {
    // Where nothing bounds this curve, what bounds others says nothing of it.
    const counted = isBeaten || own[of] !== null ? [...(isBeaten ? [] : [own]), ...theirs] : [];
    const bands = counted.map((track) => track[of]).filter((band) => band !== null);
    return bands.length === 0 ? null : union(own.value, bands);
  };
  return { value: own.value, band: join('band'), row: join('row') };
}

function union(value: Float64Array, bands: readonly Band[]): Band {
  return {
    low: value.map((own, i) => Math.min(own, ...bands.map(({ low }) => low[i]))),
    high: value.map((own, i) => Math.max(own, ...bands.map(({ high }) => high[i]))),
  };
}
