/** A root in the complex plane. */
export interface Root {
  readonly re: number;
  readonly im: number;
}

const MAX_ROUNDS = 500;

/**
 * All complex roots of a real polynomial, coefficients in ascending powers, the last one not 0. Simultaneous
 * Ehrlich–Aberth iteration (Aberth 1973); zero roots are split off exactly first. A root of multiplicity m comes
 * out to about ε^{1/m}, as from any method in double precision.
 */
export function polynomialRoots(coefficients: readonly number[]): Root[] {
  const zeros = coefficients.findIndex((c) => c !== 0);
  const core = coefficients.slice(zeros);
  const roots = startingPoints(core);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let moved = false;
    for (let i = 0; i < roots.length; i++) moved = improve(core, roots, i) || moved;
    if (!moved) break;
  }
  return [...Array.from({ length: zeros }, () => ({ re: 0, im: 0 })), ...roots];
}

/** Points on a circle of the roots' geometric mean modulus, turned so that none starts on a symmetry axis. */
function startingPoints(core: readonly number[]): Root[] {
  const degree = core.length - 1;
  const radius = Math.abs(core[0] / core[degree]) ** (1 / degree);
  return Array.from({ length: degree }, (_, i) => {
    const angle = (2 * Math.PI * i) / degree + 0.7;
    return { re: radius * Math.cos(angle), im: radius * Math.sin(angle) };
  });
}

/** One Aberth correction of root i, in place; false where it no longer moves. */
function improve(core: readonly number[], roots: Root[], i: number): boolean {
  const z = roots[i];
  const newton = newtonStep(core, z);
  if (newton === null) return false;
  let repulsion: Root = { re: 0, im: 0 };
  roots.forEach((other, j) => {
    if (j === i) return;
    const inverse = divide({ re: 1, im: 0 }, { re: z.re - other.re, im: z.im - other.im });
    repulsion = { re: repulsion.re + inverse.re, im: repulsion.im + inverse.im };
  });
  const product = multiply(newton, repulsion);
  const step = divide(newton, { re: 1 - product.re, im: -product.im });
  roots[i] = { re: z.re - step.re, im: z.im - step.im };
  return Math.hypot(step.re, step.im) > 1e-16 * Math.hypot(z.re, z.im);
}

/** p(z)/p′(z); null where p(z) is already rounding error. */
function newtonStep(core: readonly number[], z: Root): Root | null {
  let value: Root = { re: 0, im: 0 };
  let slope: Root = { re: 0, im: 0 };
  let magnitude = 0;
  const modulus = Math.hypot(z.re, z.im);
  for (let i = core.length - 1; i >= 0; i--) {
    const slopeNext = multiply(slope, z);
    slope = { re: slopeNext.re + value.re, im: slopeNext.im + value.im };
    const valueNext = multiply(value, z);
    value = { re: valueNext.re + core[i], im: valueNext.im };
    magnitude = magnitude * modulus + Math.abs(core[i]);
  }
  if (Math.hypot(value.re, value.im) <= 2e-16 * magnitude) return null;
  return divide(value, slope);
}

function multiply(x: Root, y: Root): Root {
  return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re };
}

function divide(x: Root, y: Root): Root {
  const norm = y.re * y.re + y.im * y.im;
  return { re: (x.re * y.re + x.im * y.im) / norm, im: (x.im * y.re - x.re * y.im) / norm };
}
