import { goldenSection } from './goldenSection';

/** A linear model with first-order autoregressive noise, at its most likely ρ. */
export interface Autoregression {
  /** −2 ln likelihood up to a constant: m ln(S/m) − ln(1 − ρ²). */
  readonly deviance: number;
  readonly rho: number;
  /** Standard deviation of the noise itself (not of its innovations), unit of y. */
  readonly sigma: number;
}

/** Beyond these, noise cannot be told from a drift, nor from rounding. */
const RHO_MAX = 0.99;
const RHO_MIN = -0.9;

/**
 * Generalised least squares of y on the given columns under AR(1) noise, ρ by maximum likelihood. The whitened inner
 * products are quadratic in ρ, so the rows are read once: ⟨u,v⟩(ρ) = Σuv + ρ² Σ′uv − ρ Σ(u₁v₀ + u₀v₁), Σ′ without
 * the two ends.
 *
 * @param columns the model's basis, each as long as y
 * @param y evenly spaced values
 * @returns deviance, ρ and the noise's standard deviation; −∞ where nothing is left over
 */
export function autoregression(columns: readonly Float64Array[], y: Float64Array): Autoregression {
  const count = columns.length + 1;
  const products = innerProducts([...columns, y]);
  const factor = new Float64Array(triangle(count));
  const left = (rho: number): number => residualOf(products, rho, count, factor);
  const deviance = (rho: number): number =>
    y.length * Math.log(left(rho) / y.length) - Math.log(1 - rho * rho);
  const rho = Math.tanh(
    goldenSection((z) => deviance(Math.tanh(z)), Math.atanh(RHO_MIN), Math.atanh(RHO_MAX), 1e-3),
  );
  return { deviance: deviance(rho), rho, sigma: Math.sqrt(left(rho) / y.length / (1 - rho * rho)) };
}

/** Numbers kept of each pair of vectors: Σuv, Σuv without the ends, and the sum of neighbouring products. */
const EACH = 3;

/** Entries of a lower triangle above row i: where that row begins. */
function triangle(i: number): number {
  return (i * (i + 1)) / 2;
}

/** The numbers of every pair, row by row of the lower triangle. */
function innerProducts(vectors: readonly Float64Array[]): Float64Array {
  const products = new Float64Array(EACH * triangle(vectors.length));
  let at = 0;
  for (let i = 0; i < vectors.length; i++)
    for (let j = 0; j <= i; j++, at += EACH) putProducts(vectors[i], vectors[j], products, at);
  return products;
}

function putProducts(u: Float64Array, v: Float64Array, products: Float64Array, at: number): void {
  const last = u.length - 1;
  let all = 0;
  let cross = 0;
  for (let i = 0; i <= last; i++) {
    all += u[i] * v[i];
    if (i > 0) cross += u[i] * v[i - 1] + u[i - 1] * v[i];
  }
  products[at] = all;
  products[at + 1] = all - u[0] * v[0] - u[last] * v[last];
  products[at + 2] = cross;
}

/**
 * What is left of the last vector's square when the others are projected out: Cholesky's last pivot. `factor` is room for
 * the triangle: the search for ρ comes here so often that arrays of its own would keep the collector busy.
 */
function residualOf(products: Float64Array, rho: number, count: number, factor: Float64Array): number {
  let pivot = 0;
  for (let i = 0, at = 0; i < count; i++)
    for (let j = 0; j <= i; j++, at++) {
      const [row, other] = [triangle(i), triangle(j)];
      const value = products[EACH * at] + rho * rho * products[EACH * at + 1] - rho * products[EACH * at + 2];
      let rest = value;
      for (let k = 0; k < j; k++) rest -= factor[other + k] * factor[row + k];
      if (i === j) {
        pivot = Math.max(0, rest);
        // A column that the others already span adds nothing: infinity makes its coefficient zero.
        factor[at] = rest > 1e-10 * value ? Math.sqrt(rest) : Number.POSITIVE_INFINITY;
      } else factor[at] = rest / factor[other + j];
    }
  return Math.max(pivot, Number.MIN_VALUE);
}
