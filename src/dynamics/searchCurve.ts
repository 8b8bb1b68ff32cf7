import type { Curve, Ends } from './curves/curve';
import type { CurveName } from './fit';
import { levenbergMarquardt, type Minimum } from './levenbergMarquardt';
import { ProjectedProblem, type Whitening } from './projectedProblem';
import type { Sample } from './sample';
import { startGrid, type Bins, type Start } from './startGrid';

/** Starting points polished on bins. */
const COARSE_STARTS = 10;
const COARSE = 1e-5;
/** Binned minima this close to the best, as a share of its sum of squares over all points, are tried on all points. */
const RIVALS = 1e-3;
/** Sums of squares this close (relative) are one minimum. */
const SAME = 1e-4;

/** The least-squares fit of one curve. */
export interface Found extends Minimum {
  /** In the sample's scaled units. */
  readonly ends: Ends;
  /** Squares about the best constant. */
  readonly total: number;
  /** The curve's sum of squares, for further work. */
  readonly problem: ProjectedProblem;
  /** Shapes of other minima, approximate; a confidence region may have islands there. */
  readonly others: readonly (readonly number[])[];
  /** Evaluations over all points (those over bins, a few hundred points, are not counted). */
  readonly evaluations: number;
}

/**
 * Least squares of one curve: a grid of starting points on bins, the best of them polished on bins, the best of those
 * polished on all points; shapes of nested curves join where they are better still. Every point counts in the result.
 *
 * @param curve the curve
 * @param sample all points
 * @param bins the same, binned
 * @param fitted shapes of the curves fitted before, for nested starts
 * @returns the minimum
 */
export function searchCurve(
  curve: Curve,
  sample: Sample,
  bins: Bins,
  fitted: ReadonlyMap<CurveName, readonly number[]>,
): Found {
  const box = curve.box(sample.window);
  const problem = new ProjectedProblem(curve, sample.times, sample.y);
  const [first, ...others] = coarseMinima(curve, sample, bins);
  let best = levenbergMarquardt(problem, first.shape, box);
  const polish = (start: readonly number[]): void => {
    const found = levenbergMarquardt(problem, start, box);
    if (found.sse < best.sse) best = found;
  };
  // With as many bins as points the coarse minima are the minima.
  if (bins.y.length < sample.y.length)
    for (const other of others) if (other.sse - first.sse < RIVALS * best.sse) polish(other.shape);
  for (const start of curve.nested(fitted, box)) if (problem.evaluate(start) < best.sse) polish(start);
  return {
    ...best,
    sse: problem.evaluate(best.shape),
    ends: problem.ends(),
    total: problem.total,
    problem,
    others: others.map(({ shape }) => shape),
    evaluations: problem.evaluations,
  };
}

/** The distinct minima of the binned problem, best first. */
function coarseMinima(curve: Curve, sample: Sample, bins: Bins): Minimum[] {
  const box = curve.box(sample.window);
  const root = bins.weight.map(Math.sqrt);
  const weighted: Whitening = (v) => {
    for (let i = 0; i < v.length; i++) v[i] *= root[i];
  };
  const problem = new ProjectedProblem(curve, bins.times, bins.y, weighted);
  const starts =
    curve.scan === undefined
      ? startGrid(curve.starts(sample.window), bins, COARSE_STARTS)
      : valleys(curve.scan(sample.window), problem).slice(0, COARSE_STARTS);
  const minima = starts
    .map(({ shape }) => levenbergMarquardt(problem, shape, box, { tolerance: COARSE, limit: 30 }))
    .sort((a, b) => a.sse - b.sse);
  return minima.filter((m, i) => i === 0 || m.sse - minima[i - 1].sse > SAME * m.sse);
}

/** Local minima among shapes that follow each other along one constant, best first. */
function valleys(shapes: readonly (readonly number[])[], problem: ProjectedProblem): Start[] {
  const seen = shapes.map((shape) => ({ shape, sse: problem.evaluate(shape) }));
  return seen
    .filter(({ sse }, i) => !(seen[i - 1]?.sse < sse) && !(seen[i + 1]?.sse < sse))
    .sort((a, b) => a.sse - b.sse);
}
