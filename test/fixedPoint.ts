/** Numbers with 1400 bits after the point, as whole multiples of 2^−1400: an arithmetic that owes nothing to doubles. */
const BITS = 1400n;
export const ONE = 1n << BITS;

/** A double, exactly. */
export function fixed(value: number): bigint {
  let exponent = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    exponent++;
  }
  return (BigInt(whole) << BITS) >> BigInt(exponent);
}

/** The nearest double, also where it is very small. */
export function toNumber(value: bigint): number {
  const size = value < 0n ? -value : value;
  const surplus = Math.max(0, size.toString(2).length - 64);
  return Number(value >> BigInt(surplus)) * 2 ** (surplus - 700) * 2 ** (700 - Number(BITS));
}

export const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
export const over = (a: bigint, b: bigint): bigint => (a << BITS) / b;

type Matrix = readonly [bigint, bigint, bigint, bigint];

function product([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix {
  return [
    times(a, e) + times(b, g),
    times(a, f) + times(b, h),
    times(c, e) + times(d, g),
    times(c, f) + times(d, h),
  ];
}

/** Exponential of a 2 × 2 matrix: Taylor's series of a small part of it, squared up. */
function exponential(matrix: Matrix): Matrix {
  const largest = matrix.reduce((most, x) => (x > most ? x : -x > most ? -x : most), 0n);
  const halvings = BigInt(Math.max(0, largest.toString(2).length - Number(BITS) + 8));
  const small = matrix.map((x) => x >> halvings) as unknown as Matrix;
  let term: Matrix = [ONE, 0n, 0n, ONE];
  let sum = term;
  for (let k = 1n; term.some((x) => x !== 0n && x !== -1n); k++) {
    term = product(term, small).map((x) => x / k) as unknown as Matrix;
    sum = sum.map((x, i) => x + term[i]) as unknown as Matrix;
  }
  for (let k = 0n; k < halvings; k++) sum = product(sum, sum);
  return sum;
}

/** The number eˣ. */
export function exp(x: bigint): bigint {
  return exponential([x, 0n, 0n, 0n])[0];
}

/** Damped oscillator from φ = 1, φ′ = 0: φ″ = −2ζφ′ − φ solved to u = ω₀t. */
export interface Oscillation {
  readonly phi: bigint;
  /** By u. */
  readonly slope: bigint;
}

/** Solve its equation of motion as the exponential of its matrix: no roots, no sines, no case for ζ = 1. */
export function oscillation(u: bigint, zeta: bigint): Oscillation {
  const [phi, , slope] = exponential([0n, u, -u, -2n * times(zeta, u)]);
  return { phi, slope };
}
