import type { ShapeBox } from './curves/curve';
import { boxedStep } from './boxedStep';

/** Why a search ended. */
export type StopReason =
  /** Residuals vanish to rounding. */
  | 'exact'
  /** The residuals are orthogonal to every direction in which the box lets the curve move. */
  | 'gradient'
  /** The quadratic model promises no further decrease. */
  | 'decrease'
  /** No damped step finds anything lower: the numerical floor. */
  | 'floor'
  /** The evaluation limit. */
  | 'limit';

/** A sum of squares to be minimised; after `evaluate`, gradient and curvature (halves) belong to that point. */
export interface Objective {
  readonly evaluate: (shape: readonly number[]) => number;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  /** Sum of squares of doing nothing: the scale on which residuals count as vanished. */
  readonly total: number;
}

/** Where a search ended. The objective was last evaluated there only if `current`. */
export interface Minimum {
  readonly shape: readonly number[];
  readonly sse: number;
  readonly stop: StopReason;
}

/** Relative decrease of the sum of squares below which a step is not worth taking. */
export const FINE = 1e-8;
const EXACT = 1e-29;
/** Cosine between residuals and a derivative that counts as none, and the same as a share of a stricter tolerance. */
const ORTHOGONAL = 1e-9;
const STRICTER = 0.1;
/** Relative change of a sum of squares that may be rounding alone. */
const ROUNDING = 1e-14;

/** How far and how boldly to search. */
export interface SearchOptions {
  /** Relative decrease of the sum of squares below which to stop; default `FINE`. */
  readonly tolerance?: number;
  /** Most evaluations; default 100. */
  readonly limit?: number;
  /**
   * Marquardt's factor to begin with. The default, 1e-4, is bold and suits a start near the minimum, as a grid gives;
   * 100 feels its way from a start that may be anywhere.
   */
  readonly damping?: number;
}

/**
 * Minimise a sum of squares over any number of constants in a box (whose limits may be infinite), by
 * Levenberg–Marquardt with Nielsen's damping (Madsen, Nielsen & Tingleff 2004), Moré's scaling by the largest curvature
 * met so far (1978), and each step the exact minimiser of the damped quadratic model *inside the box*: bounds are met,
 * followed and left again without clipping a step's direction. Where rounding hides whether the sum of squares fell, the
 * gradient decides. Deterministic; certified on the NIST reference sets (`docs/solver.md`).
 *
 * @param objective what to minimise
 * @param start search coordinates; clipped into the box
 * @param box limits of the search
 * @param options tolerance, evaluation limit, first damping
 * @returns the lowest point visited and why the search stopped there
 */
export function levenbergMarquardt(
  objective: Objective,
  start: readonly number[],
  box: ShapeBox,
  options: SearchOptions = {},
): Minimum {
  const { tolerance = FINE, limit = 100 } = options;
  const p = start.length;
  let { damping = 1e-4 } = options;
  let growth = 2;
  let shape = start.map((value, k) => clamp(value, box.lower[k], box.upper[k]));
  let sse = objective.evaluate(shape);
  let gradient = objective.gradient.slice();
  let curvature = objective.curvature.slice();
  const scale = new Float64Array(p);
  for (let evaluations = 1; evaluations < limit; evaluations++) {
    if (sse <= EXACT * objective.total) return { shape, sse, stop: 'exact' };
    if (orthogonal(shape, gradient, curvature, sse, box, tolerance)) return { shape, sse, stop: 'gradient' };
    for (let k = 0; k < p; k++) scale[k] = Math.max(scale[k], curvature[k * p + k]);
    const step = boxedStep(shape, gradient, curvature, scale, damping, box);
    if (!(step.decrease > tolerance * sse)) return { shape, sse, stop: damping < 1 ? 'decrease' : 'floor' };
    const next = shape.map((value, k) => clamp(value + step.move[k], box.lower[k], box.upper[k]));
    const nextSse = objective.evaluate(next);
    const gain = (sse - nextSse) / step.decrease;
    const unseen = nextSse >= sse && nextSse - sse <= ROUNDING * sse;
    if (nextSse < sse || (unseen && steepness(objective.gradient, scale) < steepness(gradient, scale) / 2)) {
      shape = next;
      sse = nextSse;
      gradient = objective.gradient.slice();
      curvature = objective.curvature.slice();
      damping *= Math.max(1 / 10, 1 - (2 * gain - 1) ** 3);
      growth = 2;
    } else {
      damping *= growth;
      growth *= 2;
    }
  }
  return { shape, sse, stop: 'limit' };
}

/** Squared length of a gradient, each constant in its own scale. */
function steepness(gradient: Float64Array, scale: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < scale.length; k++) if (scale[k] > 0) sum += (gradient[k] * gradient[k]) / scale[k];
  return sum;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Whether the residuals are orthogonal to each direction that is not blocked by the box. */
function orthogonal(
  shape: readonly number[],
  gradient: Float64Array,
  curvature: Float64Array,
  sse: number,
  box: ShapeBox,
  tolerance: number,
): boolean {
  const p = shape.length;
  const cosine = Math.min(ORTHOGONAL, STRICTER * tolerance);
  return shape.every((value, k) => {
    const blocked = gradient[k] > 0 ? value <= box.lower[k] : value >= box.upper[k];
    return blocked || gradient[k] * gradient[k] <= cosine * cosine * curvature[k * p + k] * sse;
  });
}
