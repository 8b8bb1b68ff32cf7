import { goldenSection } from '../goldenSection';
import { lagPolynomial, type LagPolynomial, type LagSettings } from './lagPolynomial';
import { oscillationOnset } from './oscillationOnset';
import { refreshThreshold, type Threshold } from './refreshThreshold';

/** Samples of the half circle per half-turn of the polynomial's phase. */
const SAMPLES_PER_TURN = 128;

/**
 * Stability threshold with an async lag (theory.md §3): the smallest k > 0 at which the lagged map's spectral radius is
 * 1. There a root e^{iω} lies on the unit circle, so k = −P/Q is real and positive: all such ω are found and the
 * smallest k taken. Without a lag the closed form is used. Throws a RangeError for settings outside their range.
 */
export function lagThreshold(settings: LagSettings): Threshold {
  if (settings.asyncLag === 0) return refreshThreshold(settings);
  const polynomial = lagPolynomial(settings);
  const flip = stiffnessAt(polynomial, Math.PI).re;
  let best: Threshold = { stiffness: flip > 0 ? flip : Infinity, kind: 'flip' };
  for (const angle of crossingAngles(polynomial)) {
    const { re } = stiffnessAt(polynomial, angle);
    if (re > 0 && re < best.stiffness) best = { stiffness: re, kind: 'neimark-sacker' };
  }
  return best;
}

/**
 * Oscillation onset with an async lag: where the two real eigenvalues between β^K and 1 meet, the maximum of
 * k(z) = −P(z)/Q(z) over that interval. Lag always lowers it (theory.md §3).
 */
export function lagOnset(settings: LagSettings): number {
  if (settings.asyncLag === 0) return oscillationOnset(settings).onset;
  const { wholeRefreshes, b, forcing } = lagPolynomial(settings);
  const stiffness = (z: number): number =>
    ((1 - z) * (z - b) * z ** (wholeRefreshes + 1)) / (forcing[0] + z * (forcing[1] + z * forcing[2]));
  // The peak is flat: its value is exact to rounding long before its place is.
  return stiffness(goldenSection((z) => -stiffness(z), b, 1, 1e-9 * (1 - b)));
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Angles in (0, π) where −P/Q is real, to the last bit. */
function crossingAngles(polynomial: LagPolynomial): number[] {
  const imaginary = (angle: number): number => stiffnessAt(polynomial, angle).im;
  const count = SAMPLES_PER_TURN * (polynomial.wholeRefreshes + 4);
  const angles: number[] = [];
  // Cubed: with β near 1 the crossings crowd near angle 0.
  const sample = (i: number): number => Math.PI * (i / count) ** 3;
  for (let i = 1; i < count - 1; i++)
    if (imaginary(sample(i)) * imaginary(sample(i + 1)) < 0)
      angles.push(crossing(imaginary, sample(i), sample(i + 1)));
  return angles;
}

/** −P/Q at z = e^{iω}. */
function stiffnessAt({ wholeRefreshes, b, forcing }: LagPolynomial, angle: number): Complex {
  const z = turn(angle);
  const z2 = turn(2 * angle);
  // 1 − e^{iω} = −2i sin(ω/2) e^{iω/2}: no cancellation near ω = 0.
  const gap = times({ re: 0, im: -2 * Math.sin(angle / 2) }, turn(angle / 2));
  const p = times(times(gap, { re: z.re - b, im: z.im }), turn((wholeRefreshes + 1) * angle));
  const q = {
    re: forcing[0] + forcing[1] * z.re + forcing[2] * z2.re,
    im: forcing[1] * z.im + forcing[2] * z2.im,
  };
  const norm = q.re * q.re + q.im * q.im;
  const product = times(p, { re: q.re, im: -q.im });
  return { re: product.re / norm, im: product.im / norm };
}

function turn(angle: number): Complex {
  return { re: Math.cos(angle), im: Math.sin(angle) };
}

function times(x: Complex, y: Complex): Complex {
  return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re };
}

function crossing(f: (x: number) => number, from: number, to: number): number {
  let [lo, hi] = [from, to];
  const sign = Math.sign(f(lo));
  for (;;) {
    const middle = (lo + hi) / 2;
    if (middle === lo || middle === hi) return middle;
    if (Math.sign(f(middle)) === sign) lo = middle;
    else hi = middle;
  }
}
