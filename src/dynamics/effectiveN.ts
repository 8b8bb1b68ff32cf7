/**
 * Autocorrelation corrected for the small sample: residuals of a curve with p constants look less autocorrelated
 * than the noise is, by about (1 + 3ρ)/n from estimating ρ and p(1 + ρ)/2n from fitting the curve (theory.md §4).
 *
 * @param rho autocorrelation of the residuals, lag one
 * @param n points
 * @param constants constants of the curve
 * @returns ρ of the noise, below 1
 */
export function correctedRho(rho: number, n: number, constants: number): number {
  return Math.min(0.999, rho + (1 + 3 * rho) / n + (constants * (1 + rho)) / (2 * n));
}

/**
 * How many independent points n autocorrelated ones are worth for a mean: n (1 − ρ)/(1 + ρ), with ρ corrected for the
 * small sample. Alternating noise (ρ < 0) counts as white, not as more points than there are.
 *
 * @param rho autocorrelation of the residuals, lag one
 * @param n points
 * @param constants constants of the curve
 * @returns effective number of points, 0 … n
 */
export function effectiveN(rho: number, n: number, constants: number): number {
  const corrected = Math.max(0, correctedRho(rho, n, constants));
  return (n * (1 - corrected)) / (1 + corrected);
}
