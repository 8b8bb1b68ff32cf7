import { autocorrelatedFit } from './autocorrelatedFit';
import { binned } from './binned';
import type { Curve, Ends, Family, ShapeBox } from './curves/curve';
import { CURVES } from './curves/curveTable';
import { constantReward, straightLine } from './curves/nullCurves';
import type { Derived } from './derived';
import type { Estimate } from './estimate';
import type { CurveName, Fit, FitSet, NullFit } from './fit';
import { effectiveN } from './effectiveN';
import { noiseCeiling } from './noiseCeiling';
import { ProjectedProblem } from './projectedProblem';
import { prepareSample, type Sample } from './sample';
import { searchCurve } from './searchCurve';
import type { Bins } from './startGrid';
import { timesOf } from './times';

/** A shape constant this close to its limit (share of the box) counts as ended on it. */
const AT_BOUND = 1e-6;

/** Shapes found so far, by least squares and by autocorrelated likelihood. */
interface Shapes {
  readonly plain: Map<CurveName, readonly number[]>;
  readonly whitened: Map<CurveName, readonly number[]>;
}

/**
 * Fit every curve that needs nothing but the reward, and a constant and a straight line as rivals, to one segment.
 * Least squares over all points inside the search box (part of the model, theory.md §2 and `golden/README.md`); never
 * throws: what cannot be fitted is null and `notes` says why.
 *
 * @param t steps, logged unit; ascending (else sorted, repeated ones averaged, with a note)
 * @param y rewards, reward units; as many as steps
 * @returns the fits, constants in reward units and logged steps since the segment's first
 */
export function fitCurves(t: Float64Array, y: Float64Array): FitSet {
  const sample = prepareSample(t, y);
  const notes = [...sample.notes];
  const curves = noCurves();
  const bins = binned(sample);
  const shapes: Shapes = { plain: new Map(), whitened: new Map() };
  const reason = whyNothing(sample);
  if (reason !== null) notes.push(reason);
  for (const curve of CURVES) {
    if (reason !== null) break;
    if (sample.y.length <= curve.shapes + 2)
      notes.push(`${curve.name}: ${sample.y.length} points do not determine ${curve.shapes + 2} constants.`);
    else curves[curve.name] = fitCurve(curve, sample, bins, shapes);
  }
  return {
    n: sample.y.length,
    curves,
    constant: nullFit(constantReward, 1, sample),
    line: lineFit(sample),
    noiseCeiling: noiseCeiling(sample.y),
    notes,
  };
}

function noCurves(): Record<CurveName, Fit | null> {
  return {
    exponential: null,
    inertial: null,
    oscillator: null,
    bound: null,
    scheduled: null,
    logistic: null,
    hill: null,
  };
}

function whyNothing(sample: Sample): string | null {
  if (sample.y.length === 0) return 'There is no finite reward to fit.';
  if (sample.y.every((value) => value === 0)) return 'The reward is constant: there is no curve to fit.';
  if (!(sample.scale * sample.scale > 1e-300))
    return 'Rewards vary too little to be squared: no curve was fitted.';
  return null;
}

function fitCurve(curve: Curve, sample: Sample, bins: Bins, shapes: Shapes): Fit {
  const box = curve.box(sample.window);
  const found = searchCurve(curve, sample, bins, shapes.plain);
  const nested = curve.nested(shapes.whitened, box);
  const noise = autocorrelatedFit(curve, sample, found.shape, nested);
  shapes.plain.set(curve.name, found.shape);
  shapes.whitened.set(curve.name, noise.shape);
  const n = sample.y.length;
  const p = curve.shapes + 2;
  const worldEnds = inRewardUnits(found.problem.ends(), sample);
  const sse = found.sse * sample.scale * sample.scale;
  return {
    curve: curve.name,
    constants: curve.constants(worldEnds, found.shape),
    sse,
    r2: 1 - found.sse / found.problem.total,
    bic: bic(sse, n, p),
    bicAr: sse === 0 ? null : noise.deviance + 2 * n * Math.log(sample.scale) + (p + 2) * Math.log(n),
    n,
    converged: found.stop !== 'limit',
    stop: found.stop,
    atBound: atBound(curve.name, found.shape, box),
    autocorrelation: noise.rho,
    effectiveN: effectiveN(noise.rho, n, p),
    evaluations: found.evaluations,
    intervals: {},
    derived: derivedOf(curve, found.shape, worldEnds, sample),
  };
}

function inRewardUnits({ R0, plateau }: Ends, { mean, scale }: Sample): Ends {
  return { R0: mean + scale * R0, plateau: mean + scale * plateau };
}

function derivedOf(curve: Curve, shape: readonly number[], ends: Ends, sample: Sample): Derived {
  const phi = new Float64Array(1);
  const offset = curve.fill(timesOf(Float64Array.of(sample.window.span)), shape, phi, null);
  const gap = ends.plateau - ends.R0;
  const remains = phi[0] + offset;
  const plain = (value: number): Estimate => ({ value, interval: null });
  const ofShape = Object.entries(curve.derived(shape)).map(([name, value]) => [name, plain(value)]);
  return {
    now: plain(offset === 1 ? ends.R0 - gap * phi[0] : ends.plateau - gap * phi[0]),
    progress: plain(1 - remains),
    remainingGain: plain(gap * remains),
    ...(Object.fromEntries(ofShape) as Partial<Derived>),
  };
}

function bic(sse: number, n: number, constants: number): number | null {
  return sse > 0 ? n * Math.log(sse / n) + (constants + 1) * Math.log(n) : null;
}

/** ζ = 1 is where the inertial curve ends by definition, not a limit of the search. */
function atBound(name: CurveName, shape: readonly number[], { lower, upper }: ShapeBox): boolean {
  return shape.some((value, k) => {
    const margin = AT_BOUND * (upper[k] - lower[k]);
    const below = value <= lower[k] + margin && !(name === 'inertial' && k === 1);
    return below || value >= upper[k] - margin;
  });
}

function nullFit(family: Family, constants: number, sample: Sample): NullFit {
  const n = sample.y.length;
  if (n === 0) return { sse: 0, bic: null, bicAr: null };
  const sse = new ProjectedProblem(family, sample.times, sample.y).evaluate([]) * sample.scale * sample.scale;
  const value = bic(sse, n, constants);
  if (value === null) return { sse, bic: null, bicAr: null };
  const { deviance } = autocorrelatedFit(family, sample, []);
  return {
    sse,
    bic: value,
    bicAr: deviance + 2 * n * Math.log(sample.scale) + (constants + 2) * Math.log(n),
  };
}

function lineFit(sample: Sample): FitSet['line'] {
  const problem = new ProjectedProblem(straightLine, sample.times, sample.y);
  if (sample.y.length === 0) return { sse: 0, bic: null, bicAr: null, intercept: 0, slope: 0 };
  problem.evaluate([]);
  const { R0, plateau } = problem.ends();
  return {
    ...nullFit(straightLine, 2, sample),
    intercept: sample.mean + sample.scale * R0,
    slope: sample.scale * (plateau - R0),
  };
}
