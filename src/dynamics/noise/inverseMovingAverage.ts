/**
 * Undo a moving average: u₀ = 0, u_{t+1} = v_t + θ u_t, so that v_t = u_{t+1} − θ u_t. What the true series did before
 * the first row is not known; it adds a multiple z of `presample` to u. With z integrated out, the exact ARMA quadratic
 * form of v, w is that of the autoregression of u, less the part along the presample:
 * vᵀΣ⁻¹w = ⟨u, u′⟩ − ⟨p, u⟩⟨p, u′⟩/⟨p, p⟩, and its log determinant that of the longer autoregression plus ln⟨p, p⟩.
 *
 * @param v a series
 * @param theta moving-average constant θ in [0, 1)
 * @param out receives u, one value more than v
 */
export function inverseMovingAverage(v: Float64Array, theta: number, out: Float64Array): void {
  let u = 0;
  out[0] = 0;
  for (let i = 0; i < v.length; i++) {
    u = v[i] + theta * u;
    out[i + 1] = u;
  }
}

/**
 * What one unit before the first row leaves behind: 1, θ, θ², …
 *
 * @param n rows
 * @param theta moving-average constant θ
 * @returns n + 1 values
 */
export function presample(n: number, theta: number): Float64Array {
  const p = new Float64Array(n + 1);
  p[0] = 1;
  for (let i = 1; i <= n; i++) p[i] = theta * p[i - 1];
  return p;
}
