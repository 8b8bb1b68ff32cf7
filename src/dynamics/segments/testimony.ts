import type { Run, Series } from '../../run/run';
import { smoothed } from '../movingNoise';
import type { Collapse } from './collapse';
import { witnessesOf, type Witness } from './witnesses';

/** What is known about a fall beside the reward's own course. */
export interface Testimony {
  readonly witnesses: readonly Witness[];
  /** Positive speaks for a collapse, negative for other data. */
  readonly weight: number;
}

/** The part of a run that tells a collapse from a change of the data; the reward alone where there is no more. */
export type Told = Pick<Run, 'reward'> & Partial<Pick<Run, 'series'>>;

/** A fall of more rows than this share of the log is no single step, as other data make it; three rows at least. */
const GRADUAL = 1 / 20;
/** An end this close to the lowest reward of all (of the fall), and to 0 (of the peak), is the floor. */
const NEAR_FLOOR = 0.02;
const NEAR_ZERO = 0.05;

/**
 * Weighs whether a fall is a collapse or other data (theory.md §6: a stage change is told from a collapse). Other data
 * make one step, leave the held-out score alone, and may lie out of reach. Where nothing is logged that could tell, a fall
 * that was earned by the reward's own course stays a collapse.
 *
 * @param told the run
 * @param fall a fall of its reward
 * @returns the witnesses and the sum of what they say
 */
export function testimonyOn({ reward, series }: Told, fall: Collapse): Testimony {
  const witnesses = witnessesOf(series ?? new Map(), reward.steps[Math.max(0, fall.fallsFrom - 1)]);
  const own = (isGradual(reward, fall) ? 1 : 0) + (isAtFloor(reward, fall) ? 1 : 0);
  return { witnesses, weight: witnesses.reduce((sum, { weight }) => sum + weight, own) };
}

/**
 * Whether the run ends where no reward is left to tell answers apart.
 *
 * @param reward the reward
 * @param fall its fall
 */
export function isAtFloor({ values }: Pick<Series, 'values'>, { peak, now, floorFrom }: Collapse): boolean {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  return floorFrom !== null || (now <= low + NEAR_FLOOR * (peak - low) && now <= NEAR_ZERO * Math.abs(peak));
}

/** Whether the middle of the fall takes longer than a single step. */
function isGradual({ values }: Pick<Series, 'values'>, { peak, now }: Collapse): boolean {
  const n = values.length;
  const level = smoothed(values, Math.max(3, Math.round(n / 60)));
  const lost = peak - now;
  const from = level.findLastIndex((value, i) => i < n - 1 && value >= peak - 0.15 * lost);
  const to = level.findIndex((value, i) => i > from && value <= peak - 0.85 * lost);
  return (to < 0 ? n : to) - from > Math.max(3, GRADUAL * n);
}
