/**
 * Evenly spaced values from `from` to `to`, both included, no further apart than `step`.
 *
 * @param from first value
 * @param to last value
 * @param step largest distance between neighbours (> 0)
 * @returns the values; just one where `to` is not above `from`
 */
export function range(from: number, to: number, step: number): Float64Array {
  const intervals = Math.max(0, Math.ceil((to - from) / step));
  if (intervals === 0) return Float64Array.of(from);
  return Float64Array.from({ length: intervals + 1 }, (_, i) => from + ((to - from) * i) / intervals);
}
