/**
 * Length of the slow start: the time at which the damped oscillator improves fastest (theory.md §2),
 * t_i = ln(λ₂/λ₁)/(λ₂ − λ₁) for ζ > 1, 1/ω₀ at ζ = 1, acos(ζ)/ω_d below. Written as asinh(q)/(q ω₀) and
 * atan2(q, ζ)/(q ω₀) with q = √|1 − ζ²| it has no 0/0 near ζ = 1.
 *
 * @param omega0 natural frequency ω₀, 1/step (> 0)
 * @param zeta damping ratio ζ (≥ 0)
 * @returns time, steps
 */
export function inflectionTime(omega0: number, zeta: number): number {
  const q = Math.sqrt(Math.abs((1 - zeta) * (1 + zeta)));
  if (q < 1e-9) return 1 / omega0;
  return (zeta > 1 ? Math.asinh(q) : Math.atan2(q, zeta)) / (q * omega0);
}
