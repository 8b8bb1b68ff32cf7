/** A closed interval on one axis. */
export type Range = readonly [number, number];

/** The smallest range that holds all finite values, or null where there is none. */
export function extent(values: ArrayLike<number>): Range | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** The range widened by a share of its own width on both sides; a single value gets a width of its own size. */
export function padded([low, high]: Range, share: number): Range {
  const width = high - low || Math.abs(high) || 1;
  return [low - width * share, high + width * share];
}

/** Width of a range. */
export function span([low, high]: Range): number {
  return high - low;
}
