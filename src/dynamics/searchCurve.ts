import type { Curve } from './curves/curve';
import type { CurveName } from './fit';
import { FINE, levenbergMarquardt, type Minimum } from './levenbergMarquardt';
import { ProjectedProblem, type Whitening } from './projectedProblem';
import type { Sample } from './sample';
import { startGrid, type Bins } from './startGrid';

/** Starting points polished on bins; then those polished on all points. */
const COARSE_STARTS = 10;
const FINE_STARTS = 3;
const COARSE = 1e-5;
/** Sums of squares this close (relative) are one minimum. */
const SAME = 1e-4;

/** The least-squares shape of one curve. */
export interface Found extends Minimum {
  readonly problem: ProjectedProblem;
  /** Evaluations over all points (those over bins, a few hundred points, are not counted). */
  readonly evaluations: number;
}

/**
 * Least squares of one curve: a grid of starting points on bins, the best polished on bins, the best of those and
 * the shapes of nested curves polished on all points; the lowest wins. Every point counts in the result.
 *
 * @param curve the curve
 * @param sample all points
 * @param bins the same, binned
 * @param fitted shapes of the curves fitted before, for nested starts
 * @returns the minimum; `problem` was last evaluated there
 */
export function searchCurve(
  curve: Curve,
  sample: Sample,
  bins: Bins,
  fitted: ReadonlyMap<CurveName, readonly number[]>,
): Found {
  const box = curve.box(sample.window);
  const problem = new ProjectedProblem(curve, sample.times, sample.y);
  const starts = [...coarseMinima(curve, sample, bins), ...curve.nested(fitted, box)];
  let best: Minimum | null = null;
  for (const start of starts) {
    const found = levenbergMarquardt(problem, start, box, FINE);
    if (best === null || found.sse < best.sse) best = found;
  }
  if (best === null) throw new Error(`${curve.name}: no starting point`);
  const sse = problem.evaluate(best.shape);
  return { ...best, sse, problem, evaluations: problem.evaluations };
}

/** The best distinct minima of the binned problem. */
function coarseMinima(curve: Curve, sample: Sample, bins: Bins): (readonly number[])[] {
  const box = curve.box(sample.window);
  const candidates = startGrid(curve.starts(sample.window), bins, COARSE_STARTS);
  const whole = bins.y.length === sample.y.length;
  const root = bins.weight.map(Math.sqrt);
  const weighted: Whitening = (v) => {
    for (let i = 0; i < v.length; i++) v[i] *= root[i];
  };
  const problem = new ProjectedProblem(curve, bins.times, bins.y, weighted);
  const minima = candidates
    .map(({ shape }) => levenbergMarquardt(problem, shape, box, whole ? FINE : COARSE, 30))
    .sort((a, b) => a.sse - b.sse);
  const distinct = minima.filter((m, i) => i === 0 || m.sse - minima[i - 1].sse > SAME * m.sse);
  return distinct.slice(0, whole ? 1 : FINE_STARTS).map((m) => m.shape);
}
