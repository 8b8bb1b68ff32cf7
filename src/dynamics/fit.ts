import type { TrackReader } from './curveTrack';
import type { Derived } from './derived';
import type { FitRegion } from './intervals/fitIntervals';
import type { StopReason } from './levenbergMarquardt';
import type { Sample } from './sample';

/** The curves of the Report's `fits`, in the order they are shown. */
export const CURVE_NAMES = [
  'exponential',
  'inertial',
  'oscillator',
  'bound',
  'scheduled',
  'logistic',
  'hill',
] as const;

/** One curve's name in the Report. */
export type CurveName = (typeof CURVE_NAMES)[number];

/** A 95 % interval; an open end is null. */
export type Interval = readonly [number | null, number | null];

/** A fitted curve at the rows of its segment: logged steps since the first, reward units. */
export interface FitPath {
  readonly t: Float64Array;
  readonly values: Float64Array;
}

/** One fitted curve: its constants and how well all points are met (unweighted, raw rewards, t = step − first step). */
export interface Fit {
  readonly curve: CurveName;
  /** By the names of contract 2, e.g. {R0, plateau, omega0, zeta}; reward units, logged steps. */
  readonly constants: Readonly<Record<string, number>>;
  /** Sum of squared residuals over all points, reward units squared. */
  readonly sse: number;
  readonly r2: number | null;
  /** n ln(sse/n) + (p+1) ln n; null when sse = 0. */
  readonly bic: number | null;
  /**
   * The same under the autocorrelated likelihood, n ln(S/n) + Σ ln(1 − ρ^(2Δ)) + (p+2) ln n with curve and ρ fitted
   * together (`autocorrelatedFit.ts`); decides which curve is selected.
   */
  readonly bicAr: number | null;
  readonly n: number;
  /** True unless the search ran into its evaluation limit. */
  readonly converged: boolean;
  /** Why the search ended. */
  readonly stop: StopReason;
  /** True when a constant ended on the search box: the curve's constants are then limits, not estimates. */
  readonly atBound: boolean;
  /** Most likely autocorrelation ρ of the residuals per median stride, fitted with the curve (see `bicAr`). */
  readonly autocorrelation: number | null;
  /**
   * How many independent points the log is worth at that autocorrelation (small-sample corrected): n (1−ρ)/(1+ρ), at
   * most n; null where no noise was seen.
   */
  readonly effectiveN: number | null;
  /**
   * Correlation of the estimates of ln ω₀ and ln ζ (`shapeCorrelation.ts`), −1 … 1; null for all curves but `inertial` and
   * `oscillator`, and where it cannot be computed.
   */
  readonly correlation: number | null;
  /** Evaluations of the model over all points, the polish included. */
  readonly evaluations: number;
  /** By constant; empty until the engine can vouch for them. */
  readonly intervals: Readonly<Record<string, Interval>>;
  /** The curve at all rows where it is no function of t alone (`bound`; `scheduled` under a varying rate); else null. */
  readonly path: FitPath | null;
  /** What the curve says beyond its constants. */
  readonly derived: Derived;
  /** Its height and bands at any time, within the log and beyond. */
  readonly track: TrackReader;
  /** Its confidence region, from which the forecast is averaged; null where nothing is bounded or noise is unknown. */
  readonly region: FitRegion | null;
}

/** A rival without dynamics (a constant, a straight line): competes, is never shown as a fit. */
export interface NullFit {
  readonly sse: number;
  readonly bic: number | null;
  readonly bicAr: number | null;
}

/** Everything that was fitted to one segment of one run. */
export interface FitSet {
  /** Observations: all points but copies of an earlier one. */
  readonly n: number;
  /** The observations as they were fitted. */
  readonly sample: Sample;
  readonly curves: Readonly<Record<CurveName, Fit | null>>;
  readonly constant: NullFit;
  readonly line: NullFit & { readonly intercept: number; readonly slope: number };
  /** 1 − var(Δy)/(2 var y): an estimate, may be negative; null for a constant reward. */
  readonly noiseCeiling: number | null;
  /** One sentence for each curve that could not be fitted, and why, or that was fitted on an assumption. */
  readonly notes: readonly string[];
}
