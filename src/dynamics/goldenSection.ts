/**
 * Minimum of a function with one valley, by golden section.
 *
 * @param f the function
 * @param from lower limit
 * @param to upper limit
 * @param width distance at which to stop
 * @returns the argument, to half of `width`
 */
export function goldenSection(f: (x: number) => number, from: number, to: number, width: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [fa, fb] = [f(a), f(b)];
  while (high - low > width) {
    if (fa < fb) {
      [high, b, fb] = [b, a, fa];
      a = high - ratio * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + ratio * (high - low);
      fb = f(b);
    }
  }
  return (low + high) / 2;
}
