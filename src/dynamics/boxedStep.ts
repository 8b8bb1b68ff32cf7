import { boxedQuadratic } from './boxedQuadratic';
import type { ShapeBox } from './curves/curve';

/** A step and the decrease of the sum of squares that the damped quadratic model promises for it. */
export interface Step {
  readonly move: readonly number[];
  readonly decrease: number;
}

/**
 * Minimise ½-scaled g·δ + δᵀ(H + damping·diag(scale))δ/2 over the steps δ that stay in the box, exactly: for one or two
 * constants, as the product's curves have, the minimum is the free one or lies on an edge, and there are at most four
 * edges; for more it is found by an active set.
 *
 * @param shape where the step starts
 * @param gradient half the gradient of the sum of squares
 * @param curvature half its (Gauss–Newton) matrix, row by row
 * @param scale what is added to the diagonal for each unit of damping
 * @param damping Marquardt's factor
 * @param box limits of shape + move
 * @returns the best step and the decrease promised by the damped model; no move where nothing decreases
 */
export function boxedStep(
  shape: readonly number[],
  gradient: Float64Array,
  curvature: Float64Array,
  scale: Float64Array,
  damping: number,
  box: ShapeBox,
): Step {
  const low = shape.map((value, k) => box.lower[k] - value);
  const high = shape.map((value, k) => box.upper[k] - value);
  if (shape.length === 1) {
    const a = curvature[0] + damping * scale[0];
    const x = a > 0 ? Math.min(high[0], Math.max(low[0], -gradient[0] / a)) : 0;
    return { move: [x], decrease: -x * (2 * gradient[0] + a * x) };
  }
  if (shape.length === 2) return planarStep(gradient, curvature, scale, damping, low, high);
  return generalStep(gradient, curvature, scale, damping, low, high);
}

function generalStep(
  gradient: Float64Array,
  curvature: Float64Array,
  scale: Float64Array,
  damping: number,
  low: readonly number[],
  high: readonly number[],
): Step {
  const p = low.length;
  const damped = curvature.slice();
  for (let k = 0; k < p; k++) damped[k * p + k] += damping * scale[k];
  const move = boxedQuadratic(gradient, damped, low, high);
  let decrease = 0;
  for (let i = 0; i < p; i++) {
    let along = 2 * gradient[i];
    for (let j = 0; j < p; j++) along += damped[i * p + j] * move[j];
    decrease -= move[i] * along;
  }
  return { move, decrease };
}

function planarStep(
  gradient: Float64Array,
  curvature: Float64Array,
  scale: Float64Array,
  damping: number,
  low: readonly number[],
  high: readonly number[],
): Step {
  const [g0, g1] = gradient;
  const a = curvature[0] + damping * scale[0];
  const c = curvature[3] + damping * scale[1];
  const b = curvature[1];
  const determinant = a * c - b * b;
  if (determinant > 0) {
    const x = (b * g1 - c * g0) / determinant;
    const y = (b * g0 - a * g1) / determinant;
    if (x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1]) return measured(x, y);
  }
  let best = measured(0, 0);
  for (const x of [low[0], high[0]]) keep(measured(x, along(g1 + b * x, c, low[1], high[1])));
  for (const y of [low[1], high[1]]) keep(measured(along(g0 + b * y, a, low[0], high[0]), y));
  return best;

  function measured(x: number, y: number): Step {
    return { move: [x, y], decrease: -(2 * (g0 * x + g1 * y) + a * x * x + 2 * b * x * y + c * y * y) };
  }
  function keep(step: Step): void {
    if (step.decrease > best.decrease) best = step;
  }
}

/** Minimiser of g·x + h·x²/2 between two limits. */
function along(g: number, h: number, low: number, high: number): number {
  if (!(h > 0)) return 0;
  return Math.min(high, Math.max(low, -g / h));
}
