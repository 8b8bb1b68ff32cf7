/** Below this argument sin(w)/w and its relatives come from their series: the closed forms divide 0 by 0. */
const SERIES_BELOW = 0.3;

/**
 * Share of the rise that remains, φ(t), of the damped oscillator m R″ + γ R′ + k (R − R*) = 0 from rest
 * (theory.md §2): R(t) = R* − (R* − R₀) φ(t), φ(0) = 1, φ′(0) = 0, for arrays of times.
 *
 * With u = ω₀t, w = u√|1 − ζ²|, S = sin(w)/w (sinh for ζ > 1) and C = cos(w) (cosh):
 * φ = e^(−ζu)(C + ζuS), ∂φ/∂ln ω₀ = −u² e^(−ζu) S, ∂φ/∂ln ζ = ζ u³ e^(−ζu) Q with Q = (S − C)/w² (sign changed
 * for ζ > 1), which stays finite through ζ = 1 (Q → 1/3). For ζ > 1 the growing exponentials are taken out first,
 * and the slow rate is ω₀/(ζ + √(ζ² − 1)): no overflow, no cancellation. The decay multiplies first: where it is 0,
 * u³ may be infinite.
 *
 * @param t times, steps (≥ 0)
 * @param omega0 natural frequency ω₀, 1/step (> 0)
 * @param zeta damping ratio ζ, any finite value (≤ 0: the oscillation grows)
 * @param phi receives φ
 * @param dLogOmega receives ∂φ/∂ln ω₀; null where only the value is wanted (then `dLogZeta` too)
 * @param dLogZeta receives ∂φ/∂ln ζ
 */
export function fillDampedResponse(
  t: Float64Array,
  omega0: number,
  zeta: number,
  phi: Float64Array,
  dLogOmega: Float64Array | null = null,
  dLogZeta: Float64Array | null = null,
): void {
  const q = Math.sqrt(Math.abs((1 - zeta) * (1 + zeta)));
  if (dLogOmega === null || dLogZeta === null)
    (Math.abs(zeta) > 1 ? fillOverdamped : fillUnderdamped)(t, omega0, zeta, q, phi);
  else
    (Math.abs(zeta) > 1 ? slopesOverdamped : slopesUnderdamped)(t, omega0, zeta, q, phi, dLogOmega, dLogZeta);
}

/**
 * φ(t) at one time; see `fillDampedResponse`.
 *
 * @param t time, steps (≥ 0)
 * @param omega0 natural frequency ω₀, 1/step
 * @param zeta damping ratio ζ
 * @returns the share of the rise that remains: 1 at t = 0, 0 at the plateau, negative above it
 */
export function dampedResponse(t: number, omega0: number, zeta: number): number {
  const phi = new Float64Array(1);
  fillDampedResponse(Float64Array.of(t), omega0, zeta, phi);
  return phi[0];
}

function fillUnderdamped(t: Float64Array, omega0: number, zeta: number, q: number, phi: Float64Array): void {
  for (let i = 0; i < phi.length; i++) {
    const u = omega0 * t[i];
    const w = u * q;
    phi[i] = Math.exp(-zeta * u) * (Math.cos(w) + zeta * u * sinc(w));
  }
}

function slopesUnderdamped(
  t: Float64Array,
  omega0: number,
  zeta: number,
  q: number,
  phi: Float64Array,
  dLogOmega: Float64Array,
  dLogZeta: Float64Array,
): void {
  for (let i = 0; i < phi.length; i++) {
    const u = omega0 * t[i];
    const w = u * q;
    const decay = Math.exp(-zeta * u);
    const c = Math.cos(w);
    const s = sinc(w);
    const bend = w < SERIES_BELOW ? bendSeries(-w * w) : (s - c) / (w * w);
    phi[i] = decay * (c + zeta * u * s);
    dLogOmega[i] = -(decay * u) * u * s;
    dLogZeta[i] = zeta * (decay * u) * u * u * bend;
  }
}

/** The slow exponent's coefficient: −ζ + √(ζ²−1) without cancellation (for ζ < 0 there is none). */
function slowExponent(zeta: number, q: number): number {
  return zeta > 0 ? -1 / (zeta + q) : q - zeta;
}

function fillOverdamped(t: Float64Array, omega0: number, zeta: number, q: number, phi: Float64Array): void {
  const slow = slowExponent(zeta, q);
  for (let i = 0; i < phi.length; i++) {
    const u = omega0 * t[i];
    const w = u * q;
    const fast = Math.expm1(-2 * w);
    const s = w > 0 ? -fast / (2 * w) : 1;
    phi[i] = Math.exp(slow * u) * (1 + fast / 2 + zeta * u * s);
  }
}

function slopesOverdamped(
  t: Float64Array,
  omega0: number,
  zeta: number,
  q: number,
  phi: Float64Array,
  dLogOmega: Float64Array,
  dLogZeta: Float64Array,
): void {
  const slow = slowExponent(zeta, q);
  for (let i = 0; i < phi.length; i++) {
    const u = omega0 * t[i];
    const w = u * q;
    const fast = Math.expm1(-2 * w);
    const c = 1 + fast / 2;
    const s = w > 0 ? -fast / (2 * w) : 1;
    const decay = Math.exp(slow * u);
    // c and s carry the factor e^(−w); the series is unscaled and must get it.
    const bend = w < SERIES_BELOW ? Math.exp(-w) * bendSeries(w * w) : (c - s) / (w * w);
    phi[i] = decay * (c + zeta * u * s);
    dLogOmega[i] = -(decay * u) * u * s;
    dLogZeta[i] = zeta * (decay * u) * u * u * bend;
  }
}

/** The function sin(w)/w, to full precision through 0. */
function sinc(w: number): number {
  if (w > 1e-4) return Math.sin(w) / w;
  return 1 - (w * w) / 6;
}

/** (cosh w − sinh(w)/w)/w² as a series in x = w²; x = −w² gives (sin(w)/w − cos w)/w². |x| < 0.09: 1e-14. */
function bendSeries(x: number): number {
  return 1 / 3 + x * (1 / 30 + x * (1 / 840 + x * (1 / 45360 + x / 3991680)));
}
