import type { CurveName, Interval } from '../dynamics/fit';
import type { Quantity } from '../report/report';
import type { ComparedRun } from './comparison';
import { labelOf, type FittedRun } from './fittedRun';
import type { Side } from './side';
import { studentPoint } from './tailProbability';

/**
 * One run as a comparison shows it.
 *
 * @param side the run
 * @param curve the mechanism all runs are read by
 * @returns its numbers with their intervals, null where it does not tell them
 */
export function comparedRun({ fitted, end }: Side, curve: CurveName | null): ComparedRun {
  const { run, fits, assessment } = fitted;
  const fit = curve === null || assessment.regime === 'no-trend' ? null : fits.curves[curve];
  const { steps } = run.reward;
  return {
    label: labelOf(fitted),
    path: run.path,
    run: run.name,
    steps: { first: steps[0], last: steps[steps.length - 1], count: steps.length },
    plateau:
      fit === null ? null : quantity(fit.constants['plateau'], fit.intervals['plateau'] ?? null, 'reward'),
    timescale: fit?.derived.timescale === undefined ? null : { ...fit.derived.timescale, unit: 'steps' },
    damping: dampingOf(fitted),
    end: end === null ? null : quantity(end.value, aroundEnd(end), 'reward'),
  };
}

function dampingOf({ fits, assessment }: FittedRun): Quantity | null {
  const damping = assessment.regime === 'no-trend' ? undefined : fits.curves.oscillator?.derived.damping;
  return damping === undefined ? null : { ...damping, unit: '' };
}

function quantity(value: number, interval: Interval | null, unit: string): Quantity {
  return { value, interval, unit };
}

function aroundEnd({ value, below, degrees }: NonNullable<Side['end']>): Interval {
  const half = studentPoint(0.05, degrees) * below;
  return [value - half, value + half];
}
