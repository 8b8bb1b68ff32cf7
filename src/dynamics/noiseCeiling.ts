/**
 * The R² that a perfect smooth curve could reach if the noise were white: 1 − var(Δy)/(2 var y), variances about the
 * mean. An estimate, may be negative; a fast rise biases it low, autocorrelation high (design.md, contract 2).
 *
 * @param y rewards in logged order
 * @returns the estimate; null for fewer than 3 rewards or a constant one
 */
export function noiseCeiling(y: Float64Array): number | null {
  if (y.length < 3) return null;
  const differences = Float64Array.from({ length: y.length - 1 }, (_, i) => y[i + 1] - y[i]);
  const total = variance(y);
  return total > 0 ? 1 - variance(differences) / (2 * total) : null;
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
