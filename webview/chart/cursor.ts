/** Points a press with Shift jumps over. */
const FAR = 10;

/** Where a key moves the cursor among `count` points; null when the key is not one of the cursor's. */
export function movedCursor(
  key: string,
  shift: boolean,
  current: number | null,
  count: number,
): number | null {
  const last = count - 1;
  const by = shift ? FAR : 1;
  switch (key) {
    case 'ArrowRight':
      return current === null ? 0 : Math.min(last, current + by);
    case 'ArrowLeft':
      return current === null ? last : Math.max(0, current - by);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Index of the point whose x is nearest; null for an empty list. `xs` ascending. */
export function nearestIndex(xs: ArrayLike<number>, x: number): number | null {
  if (xs.length === 0) return null;
  let low = 0;
  let high = xs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? Infinity) <= x) low = middle;
    else high = middle;
  }
  return x - (xs[low] ?? 0) <= (xs[high] ?? 0) - x ? low : high;
}
