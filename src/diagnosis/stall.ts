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
  /** Rise of the last third by a straight line, as a share of the room. */
  readonly gain: number;
  readonly isStalled: boolean;
  /** Row from which the reward has nine tenths of what it gained. */
  readonly since: number;
}

/** A last third that closes less than this share of the room has stopped for practical purposes. Source: 5 thirds to half. */
const LEAST_GAIN = 0.15;

/** How the reward ends, against its ceiling. */
export function stallOf({ reward, level, ceiling }: Evidences): Stall {
  const { values, noise } = reward;
  const n = values.length;
  const end = meanOf(values, n - Math.max(3, Math.round(DIAGNOSIS.endShare * n)));
  const best = level.reduce((a, b) => Math.max(a, b));
  const room = ceiling === null ? null : ceiling - best;
  const { change, error } = slopeOf(values.subarray(n - Math.max(5, Math.round(n / 3))), noise);
  const scale = room ?? Math.max(best - level[0], noise.sigma);
  const gain = change / Math.max(scale, 1e-12);
  const start = level[0];
  const target = start + 0.9 * (end - start);
  const since = end > start ? level.findIndex((value) => value >= target) : 0;
  return {
    end,
    best,
    room,
    gain,
    isStalled: gain < LEAST_GAIN || change < DIAGNOSIS.driftErrors * error,
    since: Math.max(0, since),
  };
}
