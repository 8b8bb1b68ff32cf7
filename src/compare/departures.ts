import { optimizerStepsPerStep } from '../dynamics/curves/segmentCurves';
import type { DynamicsSettings } from '../dynamics/dynamicsSettings';
import { CONSTANT_RATE, rateSchedule } from '../dynamics/optimizerTime/rateSchedule';
import { segmentClock } from '../dynamics/optimizerTime/segmentClock';
import type { Sample } from '../dynamics/sample';
import type { GuessedRows } from './jitterDeviance';

/**
 * How departures from the path come and go between the rows of a segment. By optimizer time: they die away with the
 * learning rate η, and a step adds new ones of variance ∝ η² (theory.md §1, §2), so that what they settle at goes as η.
 *
 * @param sample the segment's rows
 * @param settings what its bound curve was fitted with
 * @returns from the time in which departures fall to 1/e at the peak rate (logged steps) to what is left and new at each row
 */
export function departures(
  { first, times, window }: Pick<Sample, 'first' | 'times' | 'window'>,
  settings: DynamicsSettings,
): (decayTime: number) => Pick<GuessedRows, 'kept' | 'added'> {
  const rates = settings.learningRate === null ? null : rateSchedule(settings.learningRate);
  const perStep = optimizerStepsPerStep(settings) ?? 1;
  const clock = segmentClock(rates ?? CONSTANT_RATE, first, window.span, perStep);
  const [elapsed, steps] = [clock.at(times).t, times.t].map(sinceBefore);
  const shares = elapsed.map((time, i) => (i === 0 ? 0 : time / steps[i]));
  return (decayTime) => {
    const kept = elapsed.map((time) => Math.exp(-time / decayTime));
    return { kept, added: shares.map((share, i) => share * (1 - kept[i] ** 2)) };
  };
}

function sinceBefore(at: Float64Array): Float64Array {
  return at.map((t, i) => (i === 0 ? 0 : t - at[i - 1]));
}
