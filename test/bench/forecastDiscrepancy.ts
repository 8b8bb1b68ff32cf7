import { forecastRun, type Expected } from '../../src/dynamics/forecast/forecastRun';
import { fitCurves } from '../../src/dynamics/fitCurves';
import { assessRegime } from '../../src/dynamics/regime';
import { rowsOf, segmentRun } from '../../src/dynamics/segments/segmentRun';
import { meanOf, tenthOf } from '../../src/dynamics/means';
import { syntheticRun, type SyntheticRun } from './syntheticRuns';

/** Values of the discrepancy that are tried. */
export const DISCREPANCIES = [0, 0.25, 0.5, 0.75, 1, 1.5, 2] as const;

/** Whether the mean's 90 % interval and the gain's 95 % one held what came, by discrepancy. */
export type Held = readonly (readonly [mean: boolean, gain: boolean])[];

/**
 * Forecast a simulated run from a share of its rows at every discrepancy.
 *
 * @param seed of the run
 * @param cut share of its rows that is seen
 * @returns null where nothing is forecast: fewer than 20 rows, or a fall at the end
 */
export function replayDiscrepancies(seed: number, cut: number): Held | null {
  const run = syntheticRun(seed);
  const seen = Math.floor(cut * run.y.length);
  if (seen < 20) return null;
  const steps = Float64Array.from({ length: seen }, (_, i) => i);
  const past = { steps, values: run.y.slice(0, seen), lines: null, columns: null };
  const { segments, fitted, startIsKnown } = segmentRun({ reward: past, marks: [] });
  if (segments[fitted].to < seen) return null;
  const present = rowsOf(past, segments[fitted]);
  const fits = fitCurves(present.steps, present.values);
  const { regime } = assessRegime(fits, present.steps, present.values, startIsKnown);
  const horizon = Float64Array.of(run.y.length - 1 - present.steps[0]);
  const truth = truthOf(run, seen);
  const said = DISCREPANCIES.map((one) => forecastRun(fits, horizon, regime === 'oscillatory', one));
  if (said.includes(null)) return null;
  return said.flatMap((one) =>
    one === null ? [] : [[holds(one.mean.interval90, truth.mean), holds(one.gain.interval95, truth.gain)]],
  );
}

function truthOf({ y, mean }: SyntheticRun, seen: number): { readonly mean: number; readonly gain: number } {
  const from = y.length - tenthOf(y.length);
  return { mean: meanOf(y, from, y.length), gain: meanOf(mean, from, mean.length) - mean[seen - 1] };
}

function holds([low, high]: Expected['interval90'], value: number): boolean {
  return low <= value && value <= high;
}
