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
const ORTHOGONAL = 1e-9;

/**
 * Minimise a sum of squares over one or two constants in a box, by Levenberg–Marquardt with Nielsen's damping
 * (Madsen, Nielsen & Tingleff 2004) and each step the exact minimiser of the damped quadratic model *inside the
 * box*: bounds are met, followed and left again without clipping a step's direction. Deterministic.
 *
 * @param objective what to minimise
 * @param start search coordinates; clipped into the box
 * @param box limits of the search
 * @param tolerance relative decrease below which to stop
 * @param limit most evaluations
 * @returns the lowest point visited and why the search stopped there
 */
export function levenbergMarquardt(
  objective: Objective,
  start: readonly number[],
  box: ShapeBox,
  tolerance = FINE,
  limit = 100,
): Minimum {
  let shape = start.map((value, k) => Math.min(box.upper[k], Math.max(box.lower[k], value)));
  let sse = objective.evaluate(shape);
  let gradient = objective.gradient.slice();
  let curvature = objective.curvature.slice();
  let damping = 1e-4;
  let growth = 2;
  for (let evaluations = 1; evaluations < limit; evaluations++) {
    if (sse <= EXACT * objective.total) return { shape, sse, stop: 'exact' };
    if (orthogonal(shape, gradient, curvature, sse, box)) return { shape, sse, stop: 'gradient' };
    const step = boxedStep(shape, gradient, curvature, damping, box);
    if (!(step.decrease > tolerance * sse)) return { shape, sse, stop: damping < 1 ? 'decrease' : 'floor' };
    const next = shape.map((value, k) => clamp(value + step.move[k], box.lower[k], box.upper[k]));
    const nextSse = objective.evaluate(next);
    const gain = (sse - nextSse) / step.decrease;
    if (nextSse < sse) {
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
): boolean {
  const p = shape.length;
  return shape.every((value, k) => {
    const blocked = gradient[k] > 0 ? value <= box.lower[k] : value >= box.upper[k];
    return blocked || gradient[k] * gradient[k] <= ORTHOGONAL * ORTHOGONAL * curvature[k * p + k] * sse;
  });
}
