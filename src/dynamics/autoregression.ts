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
  const products = innerProducts([...columns, y]);
  const left = (rho: number): number => residualOf(gramAt(products, rho));
  const deviance = (rho: number): number =>
    y.length * Math.log(left(rho) / y.length) - Math.log(1 - rho * rho);
  const rho = Math.tanh(
    goldenSection((z) => deviance(Math.tanh(z)), Math.atanh(RHO_MIN), Math.atanh(RHO_MAX), 1e-3),
  );
  return { deviance: deviance(rho), rho, sigma: Math.sqrt(left(rho) / y.length / (1 - rho * rho)) };
}

/** By pair of vectors: Σuv, Σuv without the ends, and the sum of neighbouring products. */
type Products = readonly (readonly (readonly [number, number, number])[])[];

function innerProducts(vectors: readonly Float64Array[]): Products {
  return vectors.map((u, i) => vectors.slice(0, i + 1).map((v) => productsOf(u, v)));
}

function productsOf(u: Float64Array, v: Float64Array): readonly [number, number, number] {
  const last = u.length - 1;
  let all = 0;
  let cross = 0;
  for (let i = 0; i <= last; i++) {
    all += u[i] * v[i];
    if (i > 0) cross += u[i] * v[i - 1] + u[i - 1] * v[i];
  }
  return [all, all - u[0] * v[0] - u[last] * v[last], cross];
}

function gramAt(products: Products, rho: number): number[][] {
  return products.map((row) => row.map(([all, inner, cross]) => all + rho * rho * inner - rho * cross));
}

/** What is left of the last vector's square when the others are projected out: Cholesky's last pivot. */
function residualOf(gram: readonly number[][]): number {
  const factor: number[][] = [];
  let pivot = 0;
  gram.forEach((row, i) => {
    factor.push([]);
    row.forEach((value, j) => {
      const sum = factor[j].slice(0, j).reduce((rest, f, k) => rest - f * factor[i][k], value);
      if (i === j) {
        pivot = Math.max(0, sum);
        // A column that the others already span adds nothing: infinity makes its coefficient zero.
        factor[i].push(sum > 1e-10 * value ? Math.sqrt(sum) : Number.POSITIVE_INFINITY);
      } else factor[i].push(sum / factor[j][j]);
    });
  });
  return Math.max(pivot, Number.MIN_VALUE);
}
