import type { Evidence, FailureMode, Finding } from '../diagnosis/finding';
import type { CurveName, Interval } from '../dynamics/fit';
import type { Regime } from '../dynamics/regime';
import type { Dropped, Sourced, StepUnit } from '../run/run';

export type { Evidence, FailureMode, Finding, Regime };

/** A number for a person: value, 95 % interval (null where none can be vouched for) and unit. */
export interface Quantity {
  readonly value: number;
  readonly interval: Interval | null;
  readonly unit: string;
}

/** A fit as the Report writes it: the constants stand flat (contract 2) and once more under `constants`. */
export type ReportFit = {
  readonly constants: Readonly<Record<string, number>>;
  readonly sse: number;
  readonly r2: number | null;
  readonly bic: number | null;
  readonly bicAr: number | null;
  readonly n: number;
  readonly converged: boolean;
  readonly atBound: boolean;
  readonly evaluations: number;
  /** Of ln ω₀ and ln ζ: near −1 or 1 they cannot be separated; null for all curves but `inertial` and `oscillator`. */
  readonly correlation: number | null;
  readonly intervals: Readonly<Record<string, Interval>>;
} & Readonly<Record<string, unknown>>;

/**
 * What the curve says about the run in one word; `panel.md` has a first sentence for each. Two extend its list: `falling`
 * (down by more than autocorrelated noise can do, from the start or slowly after a peak) and `unclear` (the curves that
 * fit as well disagree, the end of the run contradicts them, or a slip is no more than noise).
 */
export type RunState =
  | 'rising'
  | 'falling'
  | 'plateaued'
  | 'plateaued-learning-rate'
  | 'ringing'
  | 'collapsing'
  | 'collapsed'
  | 'no-trend'
  | 'too-early'
  | 'unclear';

/** A curve without mechanism (logistic, Hill) that fits better than the curve the constants come from. */
export interface Rival {
  readonly curve: CurveName;
  /** How much lower its autocorrelated BIC is; positive. */
  readonly deltaBicAr: number;
  readonly plateau: number;
}

/** Standard deviations of the noise around the curve, reward units, and what follows from them (theory.md §4). */
export interface NoiseReport {
  readonly rowToRow: number | null;
  readonly aroundCurve: number | null;
  readonly autocorrelation: number | null;
  /** What carries over from row to row, and what is new in every row; null where the log cannot tell them apart. */
  readonly process: Quantity | null;
  readonly sampling: Quantity | null;
  /** 2 k Var(process), reward units squared per logged step: the S/G of Var = S/(2kG). */
  readonly temperature: Quantity | null;
  /** √(Var(r)/(B·G)) of the logged reward std, to be held against `sampling`. */
  readonly expectedSampling: Quantity | null;
  /** Process noise to expect at twice the group size; at best the value, at worst (noise between prompts) no less than now. */
  readonly atDoubleGroupSize: Quantity | null;
  /** Whether the noise grows or rings on longer, as it does near a threshold; null where there is too little to judge. */
  readonly warning: NoiseWarning | null;
}

/** First and last part of the run, and how often stationary noise alone would grow as much. */
export interface NoiseWarning {
  readonly spread: { readonly early: number; readonly late: number; readonly pValue: number };
  readonly envelope: { readonly early: number; readonly late: number; readonly pValue: number };
  readonly sentence: string;
}

/** What the constants mean; every number a `Quantity` or null with a note that says why. */
export interface Interpretation {
  readonly state: RunState;
  readonly regime: Regime;
  /** The mechanistic curve all constants below come from; null where none is trusted. */
  readonly curve: CurveName | null;
  readonly rival: Rival | null;
  /** Level at the first and the last step of the segment: the curve's, or the mean of a tenth of the rows without one. */
  readonly start: Quantity | null;
  readonly now: Quantity | null;
  readonly plateau: Quantity | null;
  readonly progress: Quantity | null;
  readonly remainingGain: Quantity | null;
  readonly timescale: Quantity | null;
  readonly riseTime95: Quantity | null;
  readonly slowStart: Quantity | null;
  readonly overshoot: Quantity | null;
  readonly stiffness: Quantity | null;
  readonly inertia: Quantity | null;
  readonly damping: Quantity | null;
  readonly curvature: Quantity | null;
  readonly noise: NoiseReport | null;
  readonly sentences: readonly string[];
}

/** Reward at a horizon. */
export interface Forecast {
  readonly atStep: number;
  readonly reward: number;
  readonly interval: Interval | null;
  readonly meanInterval90: Interval | null;
  readonly worthContinuing: 'yes' | 'no' | 'unknown';
  readonly because: string;
  /** True where a row's 95 % interval is more than twice as wide as all rewards seen: the forecast says nothing. */
  readonly isUnbounded: boolean;
}

/** Thresholds of the dynamics (theory.md §3). */
export interface Stability {
  readonly threshold: number | null;
  readonly oscillationOnset: number | null;
  /** K; 1,048,576 stands for "at least", the end of the search; null where it is not known or no K is safe. */
  readonly largestSafeRefreshInterval: number | null;
  /** k_thr/k. */
  readonly margin: number | null;
  /** 95 % interval of the margin, from that of k. */
  readonly marginInterval: Interval | null;
}

/** A piece of the run that one curve may describe, and what cuts it off from the piece before. */
export interface ReportSegment {
  readonly first: number;
  readonly last: number;
  readonly steps: number;
  /** `stage`: the level steps and stays. `resume`: it breaks where training was resumed. Null for the run's first piece. */
  readonly cut: {
    readonly kind: 'collapse' | 'stage' | 'resume';
    readonly step: number;
    /** 1-based line of the first record after it; null in binaries. */
    readonly line: number | null;
    /** Level after less level before, reward units. */
    readonly jump: number;
  } | null;
  /** Whether the fits describe this piece. */
  readonly fitted: boolean;
}

/** The Report: plain JSON, numbers finite or null. Contract 2 of design.md: extend, never rename. */
export interface Report {
  readonly schema: 'grpo-dynamics/report@1';
  readonly source: {
    readonly path: string;
    readonly format: string;
    readonly run: string | null;
    readonly rows: number;
    readonly steps: { readonly first: number; readonly last: number; readonly count: number };
    readonly stepUnit: Sourced<StepUnit>;
    readonly dropped: Dropped;
    /** Keys of every column that could be the reward, best first, the one that is used among them. */
    readonly rewardColumns: readonly string[];
  };
  readonly metrics: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, Sourced<number | string>>>;
  readonly fits: Readonly<Record<CurveName, ReportFit | null>>;
  readonly selected: CurveName | null;
  readonly noiseCeiling: number | null;
  readonly segment: { readonly first: number; readonly last: number; readonly why: string };
  /** All pieces of the run in order; one where nothing cuts it. */
  readonly segments: readonly ReportSegment[];
  readonly interpretation: Interpretation;
  readonly forecast: Forecast | null;
  readonly stability: Stability | null;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}
