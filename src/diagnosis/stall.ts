import { DIAGNOSIS } from './constants';
import type { Evidences } from './evidenceOf';
import { meanOf, slopeOf } from './signal';

/** Whether the reward stands still at the end, and how far below what can be reached. */
export interface Stall {
  /** Level of the last fifth. */
  readonly end: number;
  /** Highest level so far. */
  readonly best: number;
  /** Ceiling − best; null where the ceiling is not known. */
  readonly room: number | null;
  /** Rise of the last third by a straight line, as a share of what is left from the end to the ceiling. */
  readonly gain: number;
  /** The most that the noise allows it to be. */
  readonly mostGain: number;
  readonly course: Course;
  /** Row from which the reward has nine tenths of what it gained. */
  readonly since: number;
}

/** What the end shows: no gain worth a word is possible, a rise is seen, or the noise leaves both open. */
export type Course = 'stalled' | 'rises' | 'open';

/** How the reward ends, against its ceiling. */
export function stallOf({ reward, level, ceiling }: Evidences): Stall {
  const { values, noise } = reward;
  const n = values.length;
  const end = meanOf(values, n - Math.max(3, Math.round(DIAGNOSIS.endShare * n)));
  const best = level.reduce((a, b) => Math.max(a, b));
  const room = ceiling === null ? null : ceiling - best;
  const { change, error } = slopeOf(values.subarray(n - Math.max(5, Math.round(n / 3))), noise);
  const scale = ceiling === null ? Math.max(best - level[0], noise.sigma) : ceiling - end;
  const gain = change / Math.max(scale, 1e-12);
  const mostGain = (change + DIAGNOSIS.boundErrors * error) / Math.max(scale, 1e-12);
  const start = level[0];
  const target = start + 0.9 * (end - start);
  const since = end > start ? level.findIndex((value) => value >= target) : 0;
  return {
    end,
    best,
    room,
    gain,
    mostGain,
    course: courseOf(gain, mostGain, change >= DIAGNOSIS.driftErrors * error),
    since: Math.max(0, since),
  };
}

function courseOf(gain: number, mostGain: number, isSeen: boolean): Course {
  if (mostGain < DIAGNOSIS.leastGain) return 'stalled';
  return isSeen && gain >= DIAGNOSIS.leastGain ? 'rises' : 'open';
}
