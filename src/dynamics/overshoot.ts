/**
 * How far the damped oscillator first swings past its plateau, as a share of the rise R* − R₀:
 * e^(−πζ/√(1−ζ²)) for ζ < 1, nothing for ζ ≥ 1 (theory.md §2).
 *
 * @param zeta damping ratio ζ (≥ 0)
 * @returns share of the rise, 0 … 1
 */
export function overshoot(zeta: number): number {
  if (zeta >= 1) return 0;
  return Math.exp((-Math.PI * zeta) / Math.sqrt((1 - zeta) * (1 + zeta)));
}
