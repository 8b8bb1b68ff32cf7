/** Normal quantile at 0.975. */
const Z = 1.959963984540054;

/**
 * Two-sided 95 % point of Student's t, t_{0.975}, for any degrees of freedom ≥ 1 (not only whole ones), by Newton's
 * method on its distribution function. With t = √ν tan θ the density is cos^(ν−1) θ up to a constant, smooth on
 * (0, π/2).
 *
 * @param degrees degrees of freedom; values below 1 count as 1
 * @returns the quantile: 12.7 at 1, 1.96 at infinity
 */
export function studentQuantile(degrees: number): number {
  const nu = Math.max(1, degrees);
  // Near the end of the range the density below 2 degrees has a root there, which Simpson's rule resolves poorly.
  if (nu < 2) return 1 / interpolate(nu - 1, 1 / 12.706204736, 1 / 6.016663104, 1 / 4.30265273);
  if (nu > 1000) return Z * (1 + (Z * Z + 1) / (4 * nu));
  // Half of all mass; beyond a few 1/√ν there is none to 1e-16.
  const half = massBetween(0, Math.min(Math.PI / 2, 12 / Math.sqrt(nu)), nu);
  let theta = Math.atan((Z * (1 + (Z * Z + 1) / (4 * nu))) / Math.sqrt(nu));
  for (let round = 0; round < 8; round++) {
    const excess = massBetween(0, theta, nu) - 0.95 * half;
    theta -= excess / Math.pow(Math.cos(theta), nu - 1);
  }
  return Math.sqrt(nu) * Math.tan(theta);
}

/** The parabola through three values at 0, ½ and 1: 1/t is smooth in ν (error below 2e-3 of t). */
function interpolate(x: number, a: number, b: number, c: number): number {
  return a * (1 - x) * (1 - 2 * x) + 4 * b * x * (1 - x) + c * x * (2 * x - 1);
}

/** Integral of cos^(ν−1) θ by Simpson's rule. */
function massBetween(from: number, to: number, nu: number): number {
  const panels = 100;
  const h = (to - from) / panels;
  let sum = 0;
  for (let i = 0; i <= panels; i++) {
    const weight = i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.pow(Math.max(0, Math.cos(from + i * h)), nu - 1);
  }
  return (sum * h) / 3;
}
