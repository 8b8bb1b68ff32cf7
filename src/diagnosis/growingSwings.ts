import { smoothed } from '../dynamics/movingNoise';
import { earlyWarning } from '../dynamics/noise/earlyWarning';
import { DIAGNOSIS } from './constants';
import type { Column } from './evidenceOf';
import { swingsOf, type Swings } from './swings';

/** Swings that grow until they fill the reward's range. */
export interface GrowingSwings {
  readonly swings: Swings;
  /** Chance of such a growth of the noise under stationary surrogates; null on fewer rows than have thirds. */
  readonly chance: number | null;
}

/**
 * Swings about the level whose envelope grows, out of a calm of at least two periods (theory.md §6): beyond the threshold
 * each is larger than the one before, so no damped curve fits and few are seen before the range is full. Autocorrelated
 * noise without a ring (ρ up to 0.98 under sampling noise, 60 to 500 rows) does that in at most 0.3 % of runs.
 *
 * @param reward the reward
 * @param level its moving level, where it is a share of successes; null else
 * @returns the swings; null where none grow
 */
export function growingSwings(reward: Column, level: Float64Array | null): GrowingSwings | null {
  const swings = swingsOf(reward.values);
  if (!grows(swings)) return null;
  const { values } = reward;
  const slow = smoothed(values, Math.max(3, Math.round(values.length / 20)));
  const chance =
    earlyWarning(
      values.map((value, i) => value - slow[i]),
      level,
    )?.spread.pValue ?? null;
  return chance !== null && chance > DIAGNOSIS.growthChance ? null : { swings, chance };
}

function grows({ heights, turns, half, count }: Swings): boolean {
  if (
    heights.length < DIAGNOSIS.fewestTurns ||
    turns[0] < DIAGNOSIS.swingCalm * half ||
    count > turns.length + 1
  )
    return false;
  const most = heights.reduce((a, b) => Math.max(a, b));
  const full = heights.findIndex((height) => height >= DIAGNOSIS.swingFull * most);
  const rising = heights.slice(0, full + 1);
  return (
    rising.length >= DIAGNOSIS.fewestTurns &&
    rising.every((height, i) => i === 0 || height > DIAGNOSIS.swingHigher * rising[i - 1]) &&
    most > DIAGNOSIS.swingGrown * heights[0] &&
    heights.slice(full).every((height) => height > DIAGNOSIS.swingKept * most)
  );
}
