import { lagThreshold } from './lagThreshold';

/** Intervals beyond this are not searched: no trainer reuses rollouts a million times. */
export const LARGEST_SEARCHED = 1 << 20;

/**
 * Largest refresh interval K at which a run of stiffness k (1/step) is stable, k < k_thr(β, K, lag); null where none is,
 * Infinity where every K up to 2²⁰ is. Without a lag the threshold falls monotonically with K (theory.md §3); with one
 * it does so once K is well beyond the lag, and below that each K is looked at.
 * Throws a RangeError for k ≤ 0 or settings outside their range.
 */
export function largestSafeRefreshInterval(stiffness: number, beta: number, asyncLag: number): number | null {
  if (!(stiffness > 0)) throw new RangeError(`stiffness must be > 0, not ${stiffness}`);
  const isSafe = (K: number): boolean =>
    stiffness < lagThreshold({ beta, refreshInterval: K, asyncLag }).stiffness;
  const monotoneFrom = Math.max(1, 4 * asyncLag);
  if (!isSafe(monotoneFrom)) return largestSafeBelow(isSafe, monotoneFrom);
  let safe = monotoneFrom;
  let unsafe = 2 * safe;
  while (isSafe(unsafe)) {
    if (unsafe >= LARGEST_SEARCHED) return Infinity;
    safe = unsafe;
    unsafe *= 2;
  }
  while (unsafe - safe > 1) {
    const middle = (safe + unsafe) >> 1;
    if (isSafe(middle)) safe = middle;
    else unsafe = middle;
  }
  return safe;
}

function largestSafeBelow(isSafe: (K: number) => boolean, limit: number): number | null {
  for (let K = limit - 1; K >= 1; K--) if (isSafe(K)) return K;
  return null;
}
