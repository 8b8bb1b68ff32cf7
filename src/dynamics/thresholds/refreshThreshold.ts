import { heldSums, isLong, oneMinusPower, type RefreshSettings } from './heldStep';

/**
 * How stability is lost at a threshold: `flip`, an eigenvalue through −1 (the reward alternates from refresh to
 * refresh), or `neimark-sacker`, a complex pair through the unit circle (a ring that grows).
 */
export type ThresholdKind = 'flip' | 'neimark-sacker';

/** The stiffness at which a run loses stability, and how. */
export interface Threshold {
  /** k_thr, 1/step; stable strictly below. */
  readonly stiffness: number;
  readonly kind: ThresholdKind;
}

/**
 * Stability threshold k_thr(β, K) of the refresh-period map, exact (theory.md §3): the smaller of
 * 2(1+b)/[(K−s)(1+b) − s(1−b)] (flip) and, for K > 1 and β > 0, (1−b)/(s − K b) (Neimark–Sacker). β = 0 gives 2/K.
 * Throws a RangeError for settings outside their range.
 */
export function refreshThreshold(settings: RefreshSettings): Threshold {
  const { beta, refreshInterval: K } = settings;
  const { oneMinusB, b } = heldSums(settings);
  const flip = (2 * (1 + b)) / flipBracket(settings);
  // At K = 1 or β = 0 the determinant stays below 1 for every k: that, and not the sign of a rounded bracket, decides.
  const ring = K > 1 && beta > 0 ? oneMinusB / ringBracket(settings) : Infinity;
  return flip <= ring ? { stiffness: flip, kind: 'flip' } : { stiffness: ring, kind: 'neimark-sacker' };
}

/** (K−s)(1+b) − s(1−b) = (1−b) + Σ_{j<K} (1−β^j)(1−β^{K−j}): a sum of positive terms, so no digit is lost. */
function flipBracket(settings: RefreshSettings): number {
  const { beta, refreshInterval: K } = settings;
  const { b, oneMinusB, s, kMinusS } = heldSums(settings);
  if (isLong(beta, K)) return kMinusS * (1 + b) - s * oneMinusB;
  let sum = oneMinusB;
  for (let j = 1; j < K; j++) sum += oneMinusPower(beta, j) * oneMinusPower(beta, K - j);
  return sum;
}

/** s − K b = Σ_{j≤K} β^j (1−β^{K−j}). */
function ringBracket(settings: RefreshSettings): number {
  const { beta, refreshInterval: K } = settings;
  const { b, s } = heldSums(settings);
  if (isLong(beta, K)) return s - K * b;
  let sum = 0;
  for (let j = 1; j <= K; j++) sum += beta ** j * oneMinusPower(beta, K - j);
  return sum;
}
