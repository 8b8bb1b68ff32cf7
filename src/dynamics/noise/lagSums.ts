/** Numbers that a pair of series leaves behind; see `lagSums`. */
export const LAG_SUMS = 9;

/**
 * All that a second-order autoregression can ask of a pair of series v, w: from these nine sums vᵀΣ⁻¹w follows for
 * *every* AR(2) covariance Σ at once (`noiseModel.ts`), so that many noise models cost one pass over the points.
 * In order: Σ_{t≥2} v_t w_t, Σ (v_t w_{t−1} + v_{t−1} w_t), Σ (v_t w_{t−2} + v_{t−2} w_t), then the products at the
 * ends: v₁w₁, v_L w_L, v₀w₀, v_M w_M, v₀w₁ + v₁w₀, v_L w_M + v_M w_L with L, M the last two.
 *
 * @param v a series, at least 3 values
 * @param w another, as long
 * @param out receives the sums
 * @param at where in `out`
 */
export function lagSums(v: Float64Array, w: Float64Array, out: Float64Array, at: number): void {
  let same = 0;
  let one = 0;
  let two = 0;
  let [v1, v2, w1, w2] = [v[1], v[0], w[1], w[0]];
  for (let i = 2; i < v.length; i++) {
    const a = v[i];
    const b = w[i];
    same += a * b;
    one += a * w1 + v1 * b;
    two += a * w2 + v2 * b;
    v2 = v1;
    w2 = w1;
    v1 = a;
    w1 = b;
  }
  out[at] = same;
  out[at + 1] = one;
  out[at + 2] = two;
  out[at + 3] = v[1] * w[1];
  out[at + 4] = v1 * w1;
  out[at + 5] = v[0] * w[0];
  out[at + 6] = v2 * w2;
  out[at + 7] = v[0] * w[1] + v[1] * w[0];
  out[at + 8] = v1 * w2 + v2 * w1;
}
