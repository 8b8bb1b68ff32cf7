import type { Fit, Interval, FitSet } from '../dynamics/fit';
import { CURVE_NAMES } from '../dynamics/fit';
import { DECISIVE, score } from '../dynamics/modelChoice';
import type { Run } from '../run/run';

/** What is known of a rise that stood still when its learning rate had gone. */
export interface RateRanOut {
  /** The learning rate at the last row as a share of its peak. */
  readonly left: number;
  /** Where the reward would have gone at a constant rate, by the curve in optimizer time. */
  readonly plateau: number;
  readonly interval: Interval | null;
  /** Share of that rise that was done at the last row. */
  readonly progress: number;
  /** True where curves in step time are rejected against it; else both readings are open. */
  readonly isSure: boolean;
}

/** A rate below this share of its peak has run out. */
const GONE = 0.1;
/** From this share of the rise on the fixed point was reached, whatever the rate did. */
const REACHED = 0.95;

/**
 * Whether the learning rate ran out before the plateau was reached: the rate is down to a tenth of its peak, and the
 * better of the curves in optimizer time (the exponential, or the one bound to the hyperparameters), which is not
 * rejected, still has a part of its rise before it. Sure only where it beats
 * every curve in step time, which put the level it stands at down to the fixed point, by ΔbicAr ≥ 6.
 *
 * @param run the run
 * @param fits its fits
 * @returns null where the rate is not known or still there, or the fixed point was reached
 */
export function rateRanOut(run: Run, { curves }: FitSet): RateRanOut | null {
  const left = shareLeft(run);
  if (left === null || left > GONE) return null;
  const ended = bestOf([curves.scheduled, curves.bound]);
  if (ended === null) return null;
  const progress = ended.derived.progress.value;
  const others = CURVE_NAMES.filter((name) => name !== 'scheduled' && name !== 'bound')
    .map((name) => curves[name])
    .filter((fit) => fit !== null);
  const lead = Math.min(...others.map(score)) - score(ended);
  if (progress >= REACHED || !(lead > -DECISIVE)) return null;
  return {
    left,
    plateau: ended.constants['plateau'],
    interval: ended.intervals['plateau'] ?? null,
    progress,
    isSure: lead >= DECISIVE,
  };
}

/** The curve in optimizer time that fits best, among those that are estimates. */
function bestOf(fits: readonly (Fit | null)[]): Fit | null {
  const estimates = fits.filter((fit) => fit !== null && !fit.atBound) as Fit[];
  return estimates.sort((a, b) => score(a) - score(b)).at(0) ?? null;
}

function shareLeft({ series, reward: { steps } }: Run): number | null {
  const rate = series.get('learningRate');
  if (rate === undefined) return null;
  const peak = rate.values.reduce((most, value) => Math.max(most, value), 0);
  const last = rate.steps.findLastIndex((step) => step <= steps[steps.length - 1]);
  return peak > 0 && last >= 0 ? rate.values[last] / peak : null;
}
