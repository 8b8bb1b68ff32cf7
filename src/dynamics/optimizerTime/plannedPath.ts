import type { RecursionPlan } from './recursionPlan';

/** Gaps this far below the first are rounding: the rest of the path counts as arrived. */
const ARRIVED = 1e-18;

/** The gap to the plateau as a share of the first, at the plan's marks, and its slope in ln k. */
export interface PlannedPath {
  readonly gap: Float64Array;
  readonly slope: Float64Array;
}

/**
 * Runs a plan at stiffness after stiffness; the last path is kept, as the same one is read at rows, at the end and for
 * what follows from it.
 *
 * @param plan the plan
 * @returns a function of k (1/optimizer step); its result is overwritten by the next other k
 */
export function plannedPath(plan: RecursionPlan): (stiffness: number) => PlannedPath {
  const path = {
    gap: new Float64Array(plan.marks.length),
    slope: new Float64Array(plan.marks.length),
  };
  let last = NaN;
  return (stiffness) => {
    if (stiffness !== last) run(plan, stiffness, path.gap, path.slope);
    last = stiffness;
    return path;
  };
}

/** Slopes here are by ln k, so that a path that has arrived has slopes that have, too. */
function run(plan: RecursionPlan, k: number, gap: Float64Array, slope: Float64Array): void {
  const { refs, p, q, d, memory, full } = plan;
  let x = 1;
  let dx = 0;
  let u = full ? 1 : 0;
  let du = 0;
  let still = 0;
  gap[0] = 1;
  slope[0] = 0;
  for (let i = 0; i < refs.length; i++) {
    const h = gap[refs[i]];
    const dh = slope[refs[i]];
    const force = p[i] * u + q[i] * h;
    x -= k * force;
    dx -= k * (force + p[i] * du + q[i] * dh);
    u = d[i] * u + (1 - d[i]) * h;
    du = d[i] * du + (1 - d[i]) * dh;
    gap[i + 1] = x;
    slope[i + 1] = dx;
    const moves = Math.abs(x) + Math.abs(dx) + Math.abs(u) + Math.abs(du) > ARRIVED;
    still = moves ? 0 : still + 1;
    if (still > memory + 1) {
      gap.fill(0, i + 2);
      slope.fill(0, i + 2);
      return;
    }
  }
}
