import { forecastRun, type RunForecast } from '../dynamics/forecast/forecastRun';
import type { FitSet } from '../dynamics/fit';
import type { RegimeAssessment } from '../dynamics/regime';
import type { Run } from '../run/run';
import { horizonOf, type Horizon } from './horizonOf';

/** What is to be expected of a run up to its horizon. */
export interface Outlook extends RunForecast {
  readonly horizon: Horizon;
  /** Logged steps of the forecast's rows: from just after the last row to the horizon. */
  readonly steps: readonly number[];
}

/** Steps at which the way to the horizon is told. */
const STEPS_AHEAD = 10;

/**
 * Look ahead to the horizon of a run.
 *
 * @param run the run
 * @param fits everything fitted to it
 * @param assessment its regime
 * @returns null where nothing can be said: fewer than 20 steps, rewards without any noise, or a fit of an earlier segment
 */
export function lookAhead(run: Run, fits: FitSet, assessment: RegimeAssessment): Outlook | null {
  const { first, window } = fits.sample;
  const { steps } = run.reward;
  const last = steps[steps.length - 1];
  // What was fitted must reach to the present, or to its last evaluation.
  if (first + window.span < lastObserved(run)) return null;
  const horizon = horizonOf(run);
  // The next row first, where the deviation of the last ones still carries over most.
  const next = Math.min(last + window.stride, horizon.step);
  const ahead = Array.from(
    { length: STEPS_AHEAD },
    (_, i) => next + ((horizon.step - next) * i) / (STEPS_AHEAD - 1),
  );
  const times = Float64Array.from(ahead, (step) => step - first);
  const forecast = forecastRun(fits, times, assessment.regime === 'oscillatory');
  return forecast === null ? null : { ...forecast, horizon, steps: ahead };
}

function lastObserved({ reward: { steps }, fresh }: Run): number {
  return steps[fresh?.at(-1) ?? steps.length - 1];
}
