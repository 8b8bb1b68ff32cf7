import type { StabilityCurves } from '../../src/dynamics/whatIf/stabilityCurves';
import type { Range } from '../chart/range';
import type { Outcome } from './outcome';

/** Refresh intervals shown at least. */
const LEAST_INTERVALS = 64;
/** Stiffnesses shown around the run's, so that the learning-rate slider stays on the map. */
const REACH = 10;
/** A threshold beyond this is no stiffness any run has. */
const STIFFEST = 4;

/** Largest refresh interval on the map: a power of two. */
export function mapWidth(own: Outcome, now: Outcome): number {
  const needed = Math.max(own.choice.refreshInterval ?? 1, now.choice.refreshInterval ?? 1, LEAST_INTERVALS);
  return 2 ** Math.ceil(Math.log2(needed));
}

/** Stiffnesses on the map: both thresholds of the run, and the run with room to move. */
export function mapHeight(curves: StabilityCurves, own: Outcome): Range {
  const k = own.margin?.stiffness ?? null;
  const around = k === null ? [] : [...(k.interval ?? []), k.value].filter((end) => end !== null && end > 0);
  const low = Math.min(...curves.onset, ...around.map((end) => (end ?? 1) / REACH));
  const high = Math.max(
    Math.min(STIFFEST, Math.max(...curves.threshold)),
    ...around.map((end) => (end ?? 1) * REACH),
  );
  return [low / 2, high * 1.5];
}

/** Powers of ten within a range. */
export function decades([low, high]: Range): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const count = Math.floor(Math.log10(high) + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(`1e${first + i}`));
}

/** Powers of two up to `most`. */
export function doublings(most: number): number[] {
  return Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, i) => 2 ** i);
}
