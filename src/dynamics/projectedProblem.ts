import type { Ends, Family } from './curves/curve';
import { roomForProducts, takeProducts, type InnerProducts } from './innerProducts';
import type { Times } from './times';

/** A linear map of the space of observations, applied in place: weights, or whitening of autocorrelated noise. */
export type Whitening = (values: Float64Array) => void;

/** Ordinary least squares: every point counts alike. */
export const unweighted: Whitening = () => undefined;

/**
 * Sum of squared residuals of one curve as a function of its shape constants only: R₀ and the plateau, in which the
 * curve is linear, take their best values at each shape (variable projection, Golub & Pereyra 1973). The derivatives
 * are Kaufman's (1975): an exact gradient, and the Gauss–Newton matrix of the full problem with the linear constants
 * eliminated. Vectors are orthogonalised against the constant explicitly, so that a shape that hardly bends within
 * the log keeps its digits. One object holds all buffers: evaluating allocates nothing.
 */
export class ProjectedProblem {
  /** Half the gradient of the sum of squares by the search coordinates, at the last evaluation. */
  readonly gradient: Float64Array;
  /** Half the Gauss–Newton matrix, row by row. */
  readonly curvature: Float64Array;
  /** Evaluations of the curve over all points so far. */
  evaluations = 0;
  /** Squares about the best constant: the sum of squares of a curve that explains nothing. */
  total = 0;

  readonly #curve: Family;
  readonly #times: Times;
  readonly #raw: Float64Array;
  readonly #ones: Float64Array;
  readonly #y: Float64Array;
  readonly #phi: Float64Array;
  readonly #slopes: readonly Float64Array[];
  readonly #products: InnerProducts;
  readonly #residuals: Float64Array;
  #whiten: Whitening = unweighted;
  #scale = 1;
  #constant = 0;
  #amplitude = 0;
  #intercept = 0;
  #offset = 0;
  #shape: readonly number[] | null = null;
  #sse = 0;

  constructor(curve: Family, times: Times, y: Float64Array, whiten: Whitening = unweighted) {
    const n = y.length;
    this.#curve = curve;
    this.#times = times;
    this.#raw = y;
    this.#ones = new Float64Array(n);
    this.#y = new Float64Array(n);
    this.#phi = new Float64Array(n);
    this.#residuals = new Float64Array(n);
    this.#slopes = Array.from({ length: curve.shapes }, () => new Float64Array(n));
    this.#products = roomForProducts(curve.shapes);
    this.gradient = new Float64Array(curve.shapes);
    this.curvature = new Float64Array(curve.shapes * curve.shapes);
    this.whitenBy(whiten);
  }

  /**
   * Measure residuals through another linear map from now on.
   *
   * @param whiten the map
   */
  whitenBy(whiten: Whitening): void {
    this.#whiten = whiten;
    this.#shape = null;
    this.#ones.fill(1);
    whiten(this.#ones);
    this.#scale = Math.sqrt(dot(this.#ones, this.#ones));
    for (let i = 0; i < this.#ones.length; i++) this.#ones[i] /= this.#scale;
    this.#y.set(this.#raw);
    whiten(this.#y);
    this.#constant = dot(this.#y, this.#ones);
    for (let i = 0; i < this.#y.length; i++) this.#y[i] -= this.#constant * this.#ones[i];
    this.total = dot(this.#y, this.#y);
  }

  /**
   * Evaluate at a shape: residuals, best ends, gradient and curvature. Free where it was the last shape evaluated.
   *
   * @param shape search coordinates, inside the curve's box
   * @returns the (whitened) sum of squared residuals
   */
  evaluate(shape: readonly number[]): number {
    if (this.#shape?.every((value, k) => value === shape[k]) === true) return this.#sse;
    this.evaluations++;
    const { level, phiPhi, phiY } = this.#productsAt(shape);
    // A curve that is flat to rounding explains nothing; its amplitude would be noise over noise.
    const flat = !(phiPhi > 1e-26 * level * level) || phiPhi < Number.MIN_VALUE / 1e-16;
    this.#amplitude = flat ? 0 : phiY / phiPhi;
    this.#intercept = (this.#constant - this.#amplitude * level) / this.#scale;
    this.#sse = squaresAbout(this.#y, this.#phi, this.#amplitude);
    this.#differentiate(flat ? 0 : 1 / phiPhi);
    this.#shape = shape;
    return this.#sse;
  }

  /** R₀ and plateau at the last evaluation, reward units. */
  ends(): Ends {
    const at = this.#intercept;
    const rise = this.#amplitude;
    return this.#offset === 1 ? { R0: at, plateau: at - rise } : { R0: at + rise, plateau: at };
  }

  /**
   * Residuals at the last evaluation in reward units, not whitened.
   *
   * @returns one residual per point, in a buffer that the next call overwrites
   */
  residuals(): Float64Array {
    const out = this.#residuals;
    this.#curve.fill(this.#times, this.#shape ?? [], out, null);
    for (let i = 0; i < out.length; i++) out[i] = this.#raw[i] - this.#intercept - this.#amplitude * out[i];
    return out;
  }

  #productsAt(shape: readonly number[]): InnerProducts {
    this.#offset = this.#curve.fill(this.#times, shape, this.#phi, this.#slopes);
    this.#whiten(this.#phi);
    for (const slope of this.#slopes) this.#whiten(slope);
    takeProducts(this.#ones, this.#y, this.#phi, this.#slopes, this.#products);
    return this.#products;
  }

  #differentiate(inverseSquares: number): void {
    const { slopePhi, slopeY, slopeSlope } = this.#products;
    const p = slopeY.length;
    const b = this.#amplitude;
    for (let k = 0; k < p; k++) {
      this.gradient[k] = -b * (slopeY[k] - b * slopePhi[k]);
      for (let l = 0; l < p; l++)
        this.curvature[k * p + l] =
          b * b * (slopeSlope[k * p + l] - slopePhi[k] * slopePhi[l] * inverseSquares);
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Summed from the residuals themselves: a difference of large squares would lose a good fit's digits. */
function squaresAbout(y: Float64Array, phi: Float64Array, amplitude: number): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const r = y[i] - amplitude * phi[i];
    sum += r * r;
  }
  return sum;
}
