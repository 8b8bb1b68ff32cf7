import type { ShapeQuantity } from '../derived';
import type { BoundPath } from '../optimizerTime/boundPath';
import type { SegmentSettings } from '../optimizerTime/recursionPlan';
import type { SegmentClock } from '../optimizerTime/segmentClock';
import { lagMap } from '../thresholds/lagMap';

const REMAINING = 0.05;

/**
 * What a stiffness says of the run, in logged steps: the slowest mode of the refresh map at the peak learning rate, and
 * what is read off the path itself. Inertia and damping are none of it: they follow from the settings, not from the log.
 *
 * @param stiffness k, 1/optimizer step
 * @param path the segment's path
 * @param settings the segment's settings
 * @param clock optimizer time over the segment
 * @param span logged steps from the first to the last row
 * @returns quantities by name
 */
export function boundMeaning(
  stiffness: number,
  path: BoundPath,
  settings: SegmentSettings,
  clock: SegmentClock,
  span: number,
): Partial<Record<ShapeQuantity, number>> {
  const { perStep } = settings;
  const { decayTime, ringPeriod, approach } = lagMap(stiffness, settings);
  const { gap } = path.run(stiffness);
  const { marks } = path;
  const timescale = decayTime / perStep;
  return {
    timescale,
    riseTime95: riseTime(gap, marks, perStep) ?? laterRiseTime(gap, timescale, clock, span),
    slowStart: steepest(gap, marks) / perStep,
    overshoot: gap.reduce((most, x) => Math.max(most, -x), 0),
    stiffness: stiffness * perStep,
    ...(approach === 'ringing' && ringPeriod !== null ? { period: ringPeriod / perStep } : {}),
  };
}

/** First crossing inside the segment; null where the path does not get there. */
function riseTime(gap: Float64Array, marks: Int32Array, perStep: number): number | null {
  const after = gap.findIndex((x) => x <= REMAINING);
  if (after <= 0) return null;
  const share = (gap[after - 1] - REMAINING) / (gap[after - 1] - gap[after]);
  return (marks[after - 1] + share * (marks[after] - marks[after - 1])) / perStep;
}

/** Beyond the segment only the slowest mode is left, at the last learning rate. */
function laterRiseTime(gap: Float64Array, timescale: number, clock: SegmentClock, span: number): number {
  const left = Math.log(gap[gap.length - 1] / REMAINING);
  return clock.reaches(clock.of(span) + timescale * left);
}

/** Beginning of the steepest stretch, optimizer steps: 0 where the first is. */
function steepest(gap: Float64Array, marks: Int32Array): number {
  let best = 0;
  let most = -Infinity;
  for (let i = 0; i + 1 < gap.length; i++) {
    const rate = (gap[i] - gap[i + 1]) / (marks[i + 1] - marks[i]);
    if (rate > most * (1 + 1e-12)) [most, best] = [rate, i];
  }
  return marks[best];
}
