/**
 * The value where `happens` turns from false to true between two positive ones, to within the factor `precision`, by
 * bisection of its logarithm. Throws a RangeError where it happens at `from` already or not at `to`.
 */
export function thresholdBetween(
  happens: (value: number) => boolean,
  from: number,
  to: number,
  precision = 1.0001,
): number {
  if (happens(from) || !happens(to)) throw new RangeError(`no onset between ${from} and ${to}`);
  let [lo, hi] = [from, to];
  while (hi / lo > precision) {
    const middle = Math.sqrt(lo * hi);
    if (happens(middle)) hi = middle;
    else lo = middle;
  }
  return Math.sqrt(lo * hi);
}
