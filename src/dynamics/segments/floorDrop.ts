import type { Series } from '../../run/run';

/** Rows at the lowest reward there was, all equal, that are a floor. Source: a batch mean repeats by chance once or twice. */
const FLOOR_ROWS = 5;
/** Share of the rows before it that lie above it: a reward that is rare now and then touches its floor anyway. */
const ABOVE_BEFORE = 0.8;

/**
 * Rows at the end of a reward that was higher and ends on its floor, row after row the same: certain on any number of rows.
 *
 * @param reward the reward
 * @returns first of those rows; null where there are fewer than 5, or fewer than 10 before them
 */
export function floorDrop({ values }: Pick<Series, 'values'>): number | null {
  if (values.length === 0) return null;
  const floor = values[values.length - 1];
  if (values.some((value) => value < floor)) return null;
  const first = values.findLastIndex((value) => value !== floor) + 1;
  if (values.length - first < FLOOR_ROWS || first < 2 * FLOOR_ROWS) return null;
  const above = values.subarray(0, first).filter((value) => value > floor).length;
  return above < ABOVE_BEFORE * first ? null : first;
}
