import type { Ends, Family } from './curves/curve';
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
  /** Residuals at the last evaluation, whitened. */
  readonly residuals: Float64Array;
  /** Evaluations of the curve over all points so far. */
  evaluations = 0;
  /** Squares about the best constant: the sum of squares of a curve that explains nothing. */
  total = 0;

  readonly #curve: Family;
  readonly #times: Times;
  readonly #raw: Float64Array;
  readonly #ones: Float64Array;
  readonly #y: Float64Array;
  #whiten: Whitening = unweighted;
  #scale = 1;
  #constant = 0;
  readonly #phi: Float64Array;
  readonly #slopes: readonly Float64Array[];
  #amplitude = 0;
  #intercept = 0;
  #offset = 0;

  constructor(curve: Family, times: Times, y: Float64Array, whiten: Whitening = unweighted) {
    const n = y.length;
    this.#curve = curve;
    this.#times = times;
    this.#raw = y;
    this.#ones = new Float64Array(n);
    this.#y = new Float64Array(n);
    this.residuals = new Float64Array(n);
    this.#phi = new Float64Array(n);
    this.#slopes = Array.from({ length: curve.shapes }, () => new Float64Array(n));
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
    this.#ones.fill(1);
    whiten(this.#ones);
    this.#scale = Math.sqrt(dot(this.#ones, this.#ones));
    for (let i = 0; i < this.#ones.length; i++) this.#ones[i] /= this.#scale;
    this.#y.set(this.#raw);
    whiten(this.#y);
    this.#constant = project(this.#y, this.#ones);
    this.total = dot(this.#y, this.#y);
  }

  /**
   * Evaluate at a shape: residuals, best ends, gradient and curvature.
   *
   * @param shape search coordinates, inside the curve's box
   * @returns the (whitened) sum of squared residuals
   */
  evaluate(shape: readonly number[]): number {
    this.evaluations++;
    const phi = this.#phi;
    this.#offset = this.#curve.fill(this.#times, shape, phi, this.#slopes);
    this.#whiten(phi);
    const level = project(phi, this.#ones);
    const squares = dot(phi, phi);
    // A curve that is flat to rounding explains nothing; its amplitude would be noise over noise.
    const flat = !(squares > 1e-26 * level * level) || squares < Number.MIN_VALUE / 1e-16;
    this.#amplitude = flat ? 0 : dot(phi, this.#y) / squares;
    this.#intercept = (this.#constant - this.#amplitude * level) / this.#scale;
    const sse = residualsOf(this.#y, phi, this.#amplitude, this.residuals);
    this.#differentiate(flat ? 0 : 1 / squares);
    return sse;
  }

  /** R₀ and plateau at the last evaluation, reward units. */
  ends(): Ends {
    const at = this.#intercept;
    const rise = this.#amplitude;
    return this.#offset === 1 ? { R0: at, plateau: at - rise } : { R0: at + rise, plateau: at };
  }

  /**
   * Residuals of the last evaluated curve in reward units, not whitened.
   *
   * @param shape the shape last evaluated
   * @returns a buffer that the next evaluation overwrites
   */
  unwhitenedResiduals(shape: readonly number[]): Float64Array {
    this.#curve.fill(this.#times, shape, this.#phi, null);
    for (let i = 0; i < this.residuals.length; i++)
      this.residuals[i] = this.#raw[i] - this.#intercept - this.#amplitude * this.#phi[i];
    return this.residuals;
  }

  #differentiate(inverseSquares: number): void {
    const p = this.#slopes.length;
    const b = this.#amplitude;
    for (let k = 0; k < p; k++) {
      const slope = this.#slopes[k];
      this.#whiten(slope);
      project(slope, this.#ones);
      this.gradient[k] = -b * dot(slope, this.residuals);
    }
    for (let k = 0; k < p; k++)
      for (let l = 0; l <= k; l++) {
        const [a, c] = [this.#slopes[k], this.#slopes[l]];
        const along = dot(a, this.#phi) * dot(c, this.#phi) * inverseSquares;
        const value = b * b * (dot(a, c) - along);
        this.curvature[k * p + l] = value;
        this.curvature[l * p + k] = value;
      }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Remove from `v` its part along the unit vector `u`; returns the coefficient. */
function project(v: Float64Array, u: Float64Array): number {
  const along = dot(v, u);
  for (let i = 0; i < v.length; i++) v[i] -= along * u[i];
  return along;
}

function residualsOf(y: Float64Array, phi: Float64Array, amplitude: number, out: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const r = y[i] - amplitude * phi[i];
    out[i] = r;
    sum += r * r;
  }
  return sum;
}
