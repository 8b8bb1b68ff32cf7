/** One column of pixels of a line: where it enters, its lowest, its highest, where it leaves. */
export interface PixelColumn {
  readonly x: number;
  readonly first: number;
  readonly low: number;
  readonly high: number;
  readonly last: number;
}

/**
 * A line gathered into columns of pixels, so that what is drawn is no more than what can be seen and no spike is lost.
 * `xs` are pixels, ascending; values that are not finite are left out.
 */
export function columnsOf(xs: readonly number[], values: readonly number[]): PixelColumn[] {
  const columns: { x: number; first: number; low: number; high: number; last: number }[] = [];
  xs.forEach((place, i) => {
    const value = values[i];
    if (!Number.isFinite(value)) return;
    const x = Math.round(place);
    const current = columns.at(-1);
    if (current?.x !== x) {
      columns.push({ x, first: value, low: value, high: value, last: value });
      return;
    }
    current.low = Math.min(current.low, value);
    current.high = Math.max(current.high, value);
    current.last = value;
  });
  return columns;
}
