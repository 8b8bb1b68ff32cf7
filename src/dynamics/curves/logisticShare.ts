/**
 * Fill φ = 1/(1 + e^x) and −x-slope weights for curves that are a logistic function on some clock x(t) (logistic: linear
 * time, Hill: logarithmic time). Where the last x is below 0, φ stays near 1 all along and φ − 1 is written instead.
 *
 * @param x in: clock at each time, ascending; out: φ − offset
 * @param weight receives φ(1 − φ) = −dφ/dx; null where not wanted
 * @returns the offset, 0 or 1
 */
export function fillLogisticShare(x: Float64Array, weight: Float64Array | null): number {
  const offset = x.length > 0 && x[x.length - 1] < 0 ? 1 : 0;
  for (let i = 0; i < x.length; i++) {
    const z = Math.exp(-Math.abs(x[i]));
    const large = 1 / (1 + z);
    const small = z * large;
    const remains = x[i] < 0 ? large : small;
    const reached = x[i] < 0 ? small : large;
    x[i] = offset === 1 ? -reached : remains;
    if (weight !== null) weight[i] = large * small;
  }
  return offset;
}
