import { beginsLate, rateIsZero, rateNeeded, rateUnknown, whyTooLong, whyUnbound } from './whyUnbound';
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
  if (bound !== null && logged === null) notes.push(`fits.bound: ${rateUnknown()}`);
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
  if (rates === null) return leave(rateNeeded());
  const perStep = stepUnit === 'rollout' ? (refreshInterval ?? 1) : 1;
  const clock = segmentClock(rates, first, window.span, perStep);
  return clock.of(window.span) > 0 ? scheduledCurve(clock) : leave(rateIsZero());
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
    notes.push(`fits.bound: ${rateIsZero()}`);
    return null;
  }
  if (!known.fresh) notes.push(`fits.bound: ${beginsLate(first)}`);
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
