/** A label wanted centred at `x`, `width` wide; pixels. */
export interface WantedLabel {
  readonly x: number;
  readonly width: number;
}

/** Where a label goes: its left edge and its row, counted from the one nearest the chart. */
export interface PlacedLabel {
  readonly left: number;
  readonly row: number;
}

/** Room between two labels of a row. */
const GAP = 8;

/**
 * Places labels in rows above the chart so that none covers another and none leaves [left, right].
 * Each takes the first row where it fits; given in ascending x.
 */
export function placeLabels(labels: readonly WantedLabel[], left: number, right: number): PlacedLabel[] {
  const ends: number[] = [];
  return labels.map(({ x, width }) => {
    const start = Math.max(left, Math.min(x - width / 2, right - width));
    const free = ends.findIndex((end) => start >= end + GAP);
    const row = free === -1 ? ends.length : free;
    ends[row] = start + width;
    return { left: start, row };
  });
}
