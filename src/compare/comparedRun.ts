import type { CurveName, Interval } from '../dynamics/fit';
import type { Quantity } from '../report/report';
import type { ComparedRun } from './comparison';
import { isInvented } from './constants';
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
  const read = curve === null || assessment.regime === 'no-trend' ? null : fits.curves[curve];
  const fit = read === null || isInvented(read, fitted) ? null : read;
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

function dampingOf(fitted: FittedRun): Quantity | null {
  const { oscillator } = fitted.fits.curves;
  const isTold =
    fitted.assessment.regime !== 'no-trend' && oscillator !== null && !isInvented(oscillator, fitted);
  const damping = isTold ? oscillator.derived.damping : undefined;
  return damping === undefined ? null : { ...damping, unit: '' };
}

function quantity(value: number, interval: Interval | null, unit: string): Quantity {
  return { value, interval, unit };
}

function aroundEnd({ value, below, degrees }: NonNullable<Side['end']>): Interval {
  const half = studentPoint(0.05, degrees) * below;
  return [value - half, value + half];
}
