import type { DynamicsSettings } from '../dynamicsSettings';
import { CONSTANT_RATE, rateSchedule, type RateSchedule } from '../optimizerTime/rateSchedule';
import type { SegmentSettings } from '../optimizerTime/recursionPlan';
import { startsFresh } from '../optimizerTime/startsFresh';
import { segmentClock } from '../optimizerTime/segmentClock';
import { boundCurve } from './bound';
import type { Curve, Window } from './curve';
import { CURVES } from './curveTable';
import { scheduledCurve } from './scheduled';

/** Rows of a segment as the curves see them. */
export interface SegmentRows {
  /** Absolute logged step of the first row. */
  readonly first: number;
  /** Logged steps since then, ascending. */
  readonly t: Float64Array;
  readonly window: Window;
}

/** The curves that can be fitted to a segment, and one sentence for each that cannot or was fitted on an assumption. */
export interface SegmentCurves {
  readonly curves: readonly Curve[];
  readonly notes: readonly string[];
}

/** Most optimizer steps that the exact recursion is laid out over. */
const MOST_STEPS = 1 << 20;
/** Most stretches of constant force, one per row and refresh: up to a second of work. */
const MOST_STRETCHES = 1 << 19;
/** Most refreshes of async lag: the refresh map is a polynomial of that degree. */
const MOST_LAG = 64;

/**
 * The curves of one segment: those in step time, and those in optimizer time for which the run tells enough.
 *
 * @param rows the segment's rows
 * @param settings what is known of the run
 * @returns the curves, a nested one before what contains it
 */
export function segmentCurves(rows: SegmentRows, settings: DynamicsSettings): SegmentCurves {
  const notes: string[] = [];
  const logged = settings.learningRate === null ? null : rateSchedule(settings.learningRate);
  const scheduled = scheduledOf(rows, settings, logged, notes);
  const bound = boundOf(rows, settings, logged ?? CONSTANT_RATE, notes);
  if (bound !== null && logged === null)
    notes.push('fits.bound: the learning rate is not known and counts as constant (--learning-rate).');
  return { curves: [...CURVES, scheduled, bound].filter((curve) => curve !== null), notes };
}

function scheduledOf(
  { first, window }: SegmentRows,
  { stepUnit, refreshInterval }: DynamicsSettings,
  rates: RateSchedule | null,
  notes: string[],
): Curve | null {
  const leave = (why: string): null => {
    notes.push(`fits.scheduled: ${why}`);
    return null;
  };
  if (rates === null)
    return leave('needs a learning rate: the log has none (--learning-rate if it was constant).');
  const perStep = stepUnit === 'rollout' ? (refreshInterval ?? 1) : 1;
  const clock = segmentClock(rates, first, window.span, perStep);
  return clock.of(window.span) > 0 ? scheduledCurve(clock) : leave('the learning rate is 0 throughout.');
}

function boundOf(
  { first, t, window }: SegmentRows,
  settings: DynamicsSettings,
  rates: RateSchedule,
  notes: string[],
): Curve | null {
  const perStep = optimizerStepsPerStep(settings);
  const known = { first, rates, fresh: startsFresh(first, window.stride), perStep: perStep ?? 1 };
  const reason = whyUnbound(settings) ?? whyTooLong(settings, window.span * known.perStep, t.length);
  if (reason !== null) {
    notes.push(`fits.bound: ${reason}`);
    return null;
  }
  const segment = segmentSettings(settings, known);
  const clock = segmentClock(rates, first, window.span, known.perStep);
  if (!(clock.of(window.span) > 0)) {
    notes.push('fits.bound: the learning rate is 0 throughout.');
    return null;
  }
  if (!known.fresh)
    notes.push(`fits.bound: the rows begin at step ${first}, so momentum counts as built up by then.`);
  return boundCurve(t, window, segment, clock);
}

/**
 * Optimizer steps in one logged step: K where it is a rollout batch, one where it is an update (theory.md §2).
 *
 * @param settings what is known of the run
 * @returns null where the unit, or K for a rollout, is not known
 */
export function optimizerStepsPerStep({ stepUnit, refreshInterval }: DynamicsSettings): number | null {
  if (stepUnit === 'update') return 1;
  return stepUnit === 'rollout' ? refreshInterval : null;
}

function segmentSettings(
  { beta, refreshInterval, asyncLag, optimizer }: DynamicsSettings,
  known: Pick<SegmentSettings, 'first' | 'rates' | 'fresh' | 'perStep'>,
): SegmentSettings {
  return {
    ...known,
    beta: beta ?? 0,
    refreshInterval: refreshInterval ?? 1,
    asyncLag,
    biasCorrected: optimizer === 'adam',
  };
}

/** What is missing or outside of what the theory holds for, with the flag that gives it; null where nothing is. */
function whyUnbound({ beta, refreshInterval, asyncLag, stepUnit }: DynamicsSettings): string | null {
  const missing = [
    ...(beta === null ? ['--beta1'] : []),
    ...(refreshInterval === null ? ['--refresh-interval'] : []),
    ...(stepUnit === 'unknown' ? ['--step-unit'] : []),
  ];
  if (missing.length > 0) return `not known: give ${listed(missing)}.`;
  if (beta !== null && !(beta >= 0 && beta < 1)) return `momentum must be in [0, 1), not ${beta} (--beta1).`;
  if (refreshInterval !== null && !isWhole(refreshInterval, 1))
    return `the refresh interval must be a whole number of steps ≥ 1, not ${refreshInterval} (--refresh-interval).`;
  return isWhole(asyncLag, 0)
    ? null
    : `the async lag must be a whole number of steps ≥ 0, not ${asyncLag} (--async-lag).`;
}

function whyTooLong(
  { asyncLag, refreshInterval }: DynamicsSettings,
  steps: number,
  rows: number,
): string | null {
  if (asyncLag > MOST_LAG * (refreshInterval ?? 1))
    return `an async lag above ${MOST_LAG} refreshes is more than is computed (--async-lag).`;
  if (steps > MOST_STEPS)
    return `this log spans ${Math.ceil(steps)} optimizer steps, and it is run up to ${MOST_STEPS} (fit a part with --until).`;
  const stretches = Math.ceil(Math.min(steps, steps / (refreshInterval ?? 1) + rows));
  return stretches <= MOST_STRETCHES
    ? null
    : `this log has ${stretches} rows and refreshes, and it is run up to ${MOST_STRETCHES} (fit a part with --until).`;
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function listed(items: readonly string[]): string {
  return items.length === 1 ? items[0] : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}
