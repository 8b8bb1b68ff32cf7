/**
 * The value where `happens` turns from false to true between two positive ones, to a relative 1e-4, by bisection of its
 * logarithm. Throws a RangeError where it happens at `from` already or not at `to`.
 */
export function thresholdBetween(happens: (value: number) => boolean, from: number, to: number): number {
  if (happens(from) || !happens(to)) throw new RangeError(`no onset between ${from} and ${to}`);
  let [lo, hi] = [from, to];
  while (hi / lo > 1.0001) {
    const middle = Math.sqrt(lo * hi);
    if (happens(middle)) hi = middle;
    else lo = middle;
  }
  return Math.sqrt(lo * hi);
}
