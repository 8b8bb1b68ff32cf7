import type { Series } from '../../run/run';

/** Rows at the lowest reward there was, all equal, that are a floor. Source: a batch mean repeats by chance once or twice. */
const FLOOR_ROWS = 5;
/** Chance of that split were the rows in any order; as 10 rows above 5. */
const CHANCE = 1e-3;
/** Share of the rows before it that lie above it: a reward that is rare now and then touches its floor anyway. */
const ABOVE_BEFORE = 0.8;

/**
 * Rows at the end of a reward that was higher and ends on its floor, row after row the same: certain on any number of rows.
 *
 * @param reward the reward
 * @returns first of those rows; null where there are fewer than 5, or so few before them that chance may have put them first
 */
export function floorDrop({ values }: Pick<Series, 'values'>): number | null {
  if (values.length === 0) return null;
  const floor = values[values.length - 1];
  if (values.some((value) => value < floor)) return null;
  const first = values.findLastIndex((value) => value !== floor) + 1;
  const after = values.length - first;
  if (after < FLOOR_ROWS || first < FLOOR_ROWS || !(chanceOfSplit(first, after) <= CHANCE)) return null;
  const above = values.subarray(0, first).filter((value) => value > floor).length;
  return above < ABOVE_BEFORE * first ? null : first;
}

/** 1/C(before + after, before): the chance that rows in any order have all of one kind first. */
function chanceOfSplit(before: number, after: number): number {
  const [few, many] = before < after ? [before, after] : [after, before];
  let chance = 1;
  for (let i = 1; i <= few && chance > 0; i++) chance *= i / (many + i);
  return chance;
}
