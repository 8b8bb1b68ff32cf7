import { checkSettings, heldSums, oneMinusPower, type RefreshSettings } from './heldStep';

/** Refresh settings and how many further optimizer steps the rollouts' policy is behind the last refresh. */
export interface LagSettings extends RefreshSettings {
  /** d ≥ 0, a whole number of optimizer steps. */
  readonly asyncLag: number;
}

/**
 * Characteristic polynomial of the lagged refresh map, P(z) + k Q(z) = 0 with P = (z−1)(z−b) z^{a+1} and
 * Q = s(U₀z+U₁) + (z−b)(W₀z+W₁), from the map of theory.md §3 with lag d = aK + r by h_n = zⁿ.
 */
export interface LagPolynomial {
  /** a = ⌊d/K⌋: whole refreshes of lag. */
  readonly wholeRefreshes: number;
  /** b = β^K. */
  readonly b: number;
  /** Q's coefficients, ascending powers of z. */
  readonly forcing: readonly [number, number, number];
}

/** The polynomial for β, K and the lag. Throws a RangeError for settings outside their range. */
export function lagPolynomial(settings: LagSettings): LagPolynomial {
  const { beta, refreshInterval: K, asyncLag } = settings;
  checkSettings(beta, K);
  if (!(Number.isInteger(asyncLag) && asyncLag >= 0))
    throw new RangeError(`the async lag must be a whole number of steps ≥ 0, not ${asyncLag}`);
  const r = asyncLag % K;
  const { b, oneMinusB, s } = heldSums(settings);
  const u0 = oneMinusPower(beta, K - r);
  const u1 = oneMinusB - u0;
  const w0 = heldGap(beta, K - r);
  const w1 = heldGap(beta, K) - w0;
  return {
    wholeRefreshes: (asyncLag - r) / K,
    b,
    forcing: [s * u1 - b * w1, s * u0 + w1 - b * w0, w0],
  };
}

/** n − s_n = Σ_{j≤n} (1−β^j): W₀ = n − s_n for n = K − r, and W₀ + W₁ = K − s_K. */
function heldGap(beta: number, n: number): number {
  return heldSums({ beta, refreshInterval: n }).kMinusS;
}
