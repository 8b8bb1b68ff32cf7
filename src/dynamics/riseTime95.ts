import { fillDampedResponse } from './dampedResponse';

const REMAINING = 0.05;
const MAX_STEPS = 200;

/**
 * First time at which the damped oscillator has covered 95 % of its rise: the smallest t with φ(t) = 0.05
 * (theory.md §2), by Newton's method kept inside a bracket on which φ falls monotonically.
 *
 * @param omega0 natural frequency ω₀, 1/step (> 0)
 * @param zeta damping ratio ζ (≥ 0)
 * @returns time, steps
 */
export function riseTime95(omega0: number, zeta: number): number {
  const t = new Float64Array(1);
  const phi = new Float64Array(1);
  const slope = new Float64Array(1);
  const unused = new Float64Array(1);
  let low = 0;
  let high = upperBound(zeta);
  let u = Math.min(high, Math.max(2, 3 * zeta));
  for (let step = 0; step < MAX_STEPS; step++) {
    t[0] = u;
    fillDampedResponse(t, 1, zeta, phi, slope, unused);
    const excess = phi[0] - REMAINING;
    if (excess > 0) low = u;
    else high = u;
    const newton = u - (excess * u) / slope[0];
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - u) <= 2e-16 * u) break;
    u = next;
  }
  return u / omega0;
}

/** In units of 1/ω₀: the first peak for ζ < 1 (φ < 0 there); else a time at which even the slow mode is gone. */
function upperBound(zeta: number): number {
  if (zeta < 1) return Math.PI / Math.sqrt((1 - zeta) * (1 + zeta));
  return 5 * (zeta + Math.sqrt((zeta - 1) * (zeta + 1))) + 5;
}
