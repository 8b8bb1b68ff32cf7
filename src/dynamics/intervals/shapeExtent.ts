import { emptyExtent, widen, type Extent } from './openInterval';
import { neighbours, type RegionCell, type ShapeRegion } from './shapeRegion';

/** Quantities that follow from the shape alone, by name; one that is missing has no limit there. */
export type ShapeReading = (shape: readonly number[]) => Readonly<Record<string, number>>;

/**
 * The values that functions of the shape take in a confidence region: at its cells, and where the deviance crosses the
 * threshold between a cell inside and its neighbour outside (the square root of the excess is close to linear there).
 *
 * @param region the region
 * @param names which of the reading's quantities are wanted
 * @param read the functions
 * @returns smallest and largest value of each, by name
 */
export function shapeExtents(
  region: ShapeRegion<unknown>,
  names: readonly string[],
  read: ShapeReading,
): Map<string, Extent> {
  const extents = new Map(names.map((name) => [name, emptyExtent()]));
  const put = (shape: readonly number[], open: boolean): void => {
    const values = read(shape);
    for (const [name, extent] of extents) {
      const value = name in values ? values[name] : Infinity;
      widen(extent, value, value, open);
    }
  };
  for (const cell of region.cells.values()) {
    if (excess(region, cell) > region.threshold) continue;
    put(cell.shape, cell.open);
    for (const key of neighbours(cell.key)) {
      const next = region.cells.get(key);
      if (next !== undefined && excess(region, next) > region.threshold)
        put(crossing(region, cell, next), cell.open);
    }
  }
  return extents;
}

function excess(region: ShapeRegion<unknown>, cell: RegionCell<unknown>): number {
  return Math.max(0, cell.deviance - region.least);
}

function crossing(
  region: ShapeRegion<unknown>,
  inside: RegionCell<unknown>,
  outside: RegionCell<unknown>,
): number[] {
  const [from, to] = [Math.sqrt(excess(region, inside)), Math.sqrt(excess(region, outside))];
  const share = (Math.sqrt(region.threshold) - from) / (to - from);
  return inside.shape.map((value, k) => value + share * (outside.shape[k] - value));
}
