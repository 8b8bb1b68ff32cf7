/** Rows of a run under one guess of its curve. */
export interface GuessedRows {
  readonly rewards: Float64Array;
  /** Gap to the plateau by the curve, as a share of the first. */
  readonly gap: Float64Array;
  /** Share of a departure from the curve that is left since the row before; the first is not used. */
  readonly kept: Float64Array;
  /** Variance of the departures that are new since then, as a share of what they settle at; the first is not used. */
  readonly added: Float64Array;
  /** Variance of each row's sampling noise, up to a common factor. */
  readonly variances: Float64Array;
}

/**
 * Restricted deviance of R = R* + gap·(R₀ − R*) + jitter + sampling noise, both ends and the noise's size fitted: the
 * likelihood of a Kalman filter (theory.md §1 with its noise). The jitter is what sampled batches did to the policy: 0 at
 * the first row, where the policy is what it was started from; from there on what there is dies away and new departures come.
 *
 * @param rows the rows, at least 3
 * @param jitter variance that the jitter settles at where the rate stays at its peak, over that of a row's sampling noise
 * @returns the deviance, of which differences mean something; Infinity where the curve does not bend enough for two ends
 */
export function jitterDeviance(
  { rewards, gap, kept, added, variances }: GuessedRows,
  jitter: number,
): number {
  const n = rewards.length;
  let [spread, y, one, g, logs] = [0, 0, 0, 0, 0];
  let [yy, y1, yg, oneOne, oneG, gg] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const row = variances[i];
    if (i > 0) {
      const left = kept[i];
      [y, one, g] = [left * y, left * one, left * g];
      spread = left * left * spread + added[i] * jitter * row;
    }
    const whole = spread + row;
    const [ey, e1, eg] = [rewards[i] - y, 1 - one, gap[i] - g];
    logs += Math.log(whole);
    yy += (ey * ey) / whole;
    y1 += (ey * e1) / whole;
    yg += (ey * eg) / whole;
    oneOne += (e1 * e1) / whole;
    oneG += (e1 * eg) / whole;
    gg += (eg * eg) / whole;
    const gain = spread / whole;
    [y, one, g] = [y + gain * ey, one + gain * e1, g + gain * eg];
    spread -= gain * spread;
  }
  const determinant = oneOne * gg - oneG * oneG;
  if (!(determinant > 0)) return Infinity;
  const squares = yy - (gg * y1 * y1 - 2 * oneG * y1 * yg + oneOne * yg * yg) / determinant;
  return (n - 2) * Math.log(squares) + logs + Math.log(determinant);
}
