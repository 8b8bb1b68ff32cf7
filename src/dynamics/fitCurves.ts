import { NOTHING_TO_FIT, tooFewPointsNote } from './fitNotes';
import { autocorrelatedFit } from './autocorrelatedFit';
import { binned } from './binned';
import type { Curve, ShapeBox } from './curves/curve';
import { segmentCurves } from './curves/segmentCurves';
import { NO_SETTINGS, type DynamicsSettings } from './dynamicsSettings';
import type { CurveName, Fit, FitPath, FitSet } from './fit';
import { fitEstimates } from './fitEstimates';
import { sampleLags, type SampleLags } from './intervals/curveLags';
import { noiseCeiling } from './noiseCeiling';
import { autocorrelatedBic, bic, constantFit, lineFit } from './nullFits';
import { observationsOf, observedOnce, type FreshRows } from './observed';
import { prepareSample, type Sample } from './sample';
import { searchCurve, type Found } from './searchCurve';
import { shapeCorrelation } from './shapeCorrelation';
import type { Bins } from './startGrid';

/** A shape constant this close to its limit (share of the box) counts as ended on it. */
const AT_BOUND = 1e-6;

/** Curves whose two shape constants are ln ω₀ and ln ζ. */
const DAMPED: ReadonlySet<CurveName> = new Set(['inertial', 'oscillator']);

/** What to leave out of a fit, and what is known of the run. */
export interface FitOptions {
  /** False for best values only, in about half the time: a preview while somebody drags a slider. Default true. */
  readonly intervals?: boolean;
  /** What is known of the run: the curves in optimizer time need it. Default: nothing. */
  readonly settings?: DynamicsSettings;
  /** Rows that are no copies of the one before, ascending; only they count as observations. Null, the default: all. */
  readonly fresh?: FreshRows;
}

/** Shapes found so far, by least squares and by autocorrelated likelihood. */
interface Shapes {
  readonly plain: Map<CurveName, readonly number[]>;
  readonly whitened: Map<CurveName, readonly number[]>;
}

/**
 * Fit every curve for which the run tells enough, and a constant and a straight line as rivals, to one segment.
 * Least squares over all points inside the search box (part of the model, theory.md §2 and `golden/README.md`), with
 * 95 % intervals under autocorrelated noise; never throws: what cannot be fitted is null and `notes` says why.
 *
 * @param t absolute steps, logged unit: a segment's place in the schedule counts; ascending (else sorted, repeated ones averaged, with a note)
 * @param y rewards, reward units; as many as steps
 * @param options what to leave out
 * @returns the fits, constants in reward units and logged steps since the segment's first
 */
export function fitCurves(t: Float64Array, y: Float64Array, options: FitOptions = {}): FitSet {
  const steps = fitCurvesByCurve(t, y, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in stretches: stops before each curve, so that a host can look after itself, and a cancel can arrive, while
 * a very long log is fitted.
 *
 * @param t steps, as for `fitCurves`
 * @param y rewards, as for `fitCurves`
 * @param options as for `fitCurves`
 * @returns the fits, once all curves are done
 */
export function* fitCurvesByCurve(
  t: Float64Array,
  y: Float64Array,
  options: FitOptions = {},
): Generator<CurveName, FitSet, void> {
  const { fresh = null } = options;
  if (fresh === null) return yield* fitSample(t, y, options);
  const observed = yield* fitSample(observationsOf(t, fresh), observationsOf(y, fresh), options);
  return observedOnce(yield* fitSample(t, y, { ...options, intervals: false }), observed);
}

function* fitSample(
  t: Float64Array,
  y: Float64Array,
  options: FitOptions,
): Generator<CurveName, FitSet, void> {
  const sample = prepareSample(t, y);
  const notes = [...sample.notes];
  const curves = noCurves();
  const bins = binned(sample);
  const shapes: Shapes = { plain: new Map(), whitened: new Map() };
  const reason = whyNothing(sample);
  if (reason !== null) notes.push(reason);
  const lags = options.intervals === false ? null : sampleLags(sample);
  const { curves: table, notes: absent } = segmentCurves(
    { first: sample.first, t: sample.times.t, window: sample.window },
    options.settings ?? NO_SETTINGS,
  );
  notes.push(...absent);
  for (const curve of reason === null ? table : []) {
    yield curve.name;
    if (sample.y.length <= curve.shapes + 2)
      notes.push(tooFewPointsNote(curve.name, sample.y.length, curve.shapes + 2));
    else curves[curve.name] = fitCurve(curve, sample, bins, lags, shapes);
  }
  return {
    n: sample.y.length,
    sample,
    curves,
    constant: constantFit(sample),
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
  if (sample.y.length === 0) return NOTHING_TO_FIT.none();
  if (sample.y.every((value) => value === 0)) return NOTHING_TO_FIT.constant();
  if (sample.scale * sample.scale > 1e-300) return null;
  return NOTHING_TO_FIT.tiny();
}

function fitCurve(curve: Curve, sample: Sample, bins: Bins, lags: SampleLags | null, shapes: Shapes): Fit {
  const box = curve.box(sample.window);
  const found = searchCurve(curve, sample, bins, shapes.plain);
  const nested = curve.nested(shapes.whitened, box);
  const noise = autocorrelatedFit(curve, sample, found.shape, nested, found.problem);
  shapes.plain.set(curve.name, found.shape);
  shapes.whitened.set(curve.name, noise.shape);
  const n = sample.y.length;
  const p = curve.shapes + 2;
  const sse = found.sse * sample.scale * sample.scale;
  return {
    curve: curve.name,
    ...fitEstimates(curve, sample, lags, found, noise),
    correlation: DAMPED.has(curve.name) ? shapeCorrelation(found.problem, sample, noise) : null,
    sse,
    r2: 1 - found.sse / found.total,
    bic: bic(sse, n, p),
    bicAr: sse > 0 ? autocorrelatedBic(noise.deviance, sample, p) : null,
    n,
    converged: found.stop !== 'limit',
    stop: found.stop,
    atBound: atBound(curve, found.shape, box),
    path: curve.onlyAtRows === true ? pathOf(curve, sample, found) : null,
    autocorrelation: noise.rho,
    evaluations: found.evaluations,
  };
}

function pathOf(curve: Curve, { times, mean, scale }: Sample, { shape, ends }: Found): FitPath {
  const phi = new Float64Array(times.t.length);
  const offset = curve.fill(times, shape, phi, null);
  const at = offset === 1 ? ends.R0 : ends.plateau;
  return { t: times.t, values: phi.map((value) => mean + scale * (at + (ends.R0 - ends.plateau) * value)) };
}

function atBound(curve: Curve, shape: readonly number[], { lower, upper }: ShapeBox): boolean {
  return shape.some((value, k) => {
    const margin = AT_BOUND * (upper[k] - lower[k]);
    const below = value <= lower[k] + margin && k !== curve.ownLimit;
    return below || value >= upper[k] - margin;
  });
}
