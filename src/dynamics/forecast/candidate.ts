import type { Family } from '../curves/curve';
import { constantReward, straightLine } from '../curves/nullCurves';
import { CURVES } from '../curves/curveTable';
import type { Fit, FitSet } from '../fit';
import type { CurveLags } from '../intervals/curveLags';
import type { FitRegion } from '../intervals/fitIntervals';
import { noiseLattice } from '../noise/noiseLattice';
import type { NoiseModel } from '../noise/noiseModel';
import { ProjectedProblem } from '../projectedProblem';
import type { Sample } from '../sample';

/** One way the curve may have gone and go on: a shape, and how it continues beyond the log. */
export interface Path {
  readonly shape: readonly number[];
  /** Prior weight among the paths of its candidate. */
  readonly prior: number;
  /** Time since the segment's first step at which the curve stops moving; Infinity where it never does. */
  readonly until: number;
  /** Its lag sums where they are known, one for each moving average in the order of the candidate's noise models. */
  readonly content: CurveLags | null;
}

/** A curve that competes for the forecast. */
export interface Candidate {
  readonly family: Family;
  readonly paths: readonly Path[];
  /** Share of its search box that one path stands for. */
  readonly volume: number;
  readonly noise: readonly NoiseModel[];
}

/** Prior of the straight line: P(X < 0.02), the exponential's slowest rate times the span. */
const LINE_PRIOR = 0.02 / 1.02;
/** How many equally likely durations stand for how long a straight line goes on. */
const DURATIONS = 8;

/**
 * Everything that competes for the forecast: the fitted curves, a constant, and a straight line.
 *
 * Priors keep them from running away, both from one thought with no constant in it to be tuned (Gott's Copernican
 * principle): nobody knows how far a run has come when it is looked at.
 * - The number x of e-folds by which a curve has closed its gap within the log is 1 give or take: P(X > x) = 1/(1 + x).
 * - A straight line is a curve slower than the search box allows, x < 0.02, and as likely. It has no end of its own: it
 *   goes on for a time D with P(D > s) = T/(T + s) after a log of span T, then stays where it is.
 * The free oscillator counts only where ringing is established; below that it is half a cosine whose far side is
 * invented (theory.md §1), and the inertial curve stands for it.
 *
 * @param fits everything fitted to the segment
 * @param sample its points
 * @param rings whether ringing is established
 * @returns the candidates whose noise is known
 */
export function candidatesOf(fits: FitSet, sample: Sample, rings: boolean): Candidate[] {
  const { span } = sample.window;
  const curves = Object.values(fits.curves)
    .filter((fit) => fit !== null)
    .filter((fit) => fit.curve !== 'oscillator' || rings);
  const line = Array.from({ length: DURATIONS }, (_, i) => {
    const share = (i + 0.5) / DURATIONS;
    return { ...ENDLESS, prior: LINE_PRIOR / DURATIONS, until: span * (1 + share / (1 - share)) };
  });
  return [
    ...curves.flatMap((fit) => curveCandidate(fit, sample)),
    simple(constantReward, [ENDLESS], sample),
    simple(straightLine, line, sample),
  ];
}

const ENDLESS: Path = { shape: [], prior: 1, until: Infinity, content: null };

function curveCandidate(fit: Fit, sample: Sample): Candidate[] {
  const { region } = fit;
  if (region !== null) {
    const inside = [...region.cells.values()].filter(
      ({ beyond, deviance }) => !beyond && deviance <= region.least + region.threshold,
    );
    return [
      {
        family: region.curve,
        paths: inside.map(({ shape, content }) => ({ shape, prior: 1, until: Infinity, content })),
        volume: cellShare(region),
        noise: region.noise.map(({ model }) => model),
      },
    ];
  }
  // A log worth few independent points has no region; the fitted shape still competes.
  const family = CURVES.find(({ name }) => name === fit.curve);
  if (family === undefined) return [];
  const shape = family.shape(fit.constants);
  return [simple(family, [{ ...ENDLESS, shape }], sample)];
}

/** Share of the search box that one cell of the region's lattice takes. */
function cellShare({ axes, box }: FitRegion): number {
  const size = box.upper.map((upper, k) => upper - box.lower[k]);
  if (axes.length === 1) return Math.abs(axes[0][0]) / size[0];
  return Math.abs(axes[0][0] * axes[1][1] - axes[0][1] * axes[1][0]) / (size[0] * size[1]);
}

function simple(family: Family, paths: readonly Path[], sample: Sample): Candidate {
  const problem = new ProjectedProblem(family, sample.times, sample.y);
  const { shape } = paths[0];
  problem.evaluate(shape);
  const { models } = noiseLattice(problem.residuals(), family, sample.times, shape);
  return { family, paths, volume: 1, noise: models };
}
