import type { Estimate } from '../dynamics/estimate';
import type { CurveName, Interval } from '../dynamics/fit';
import type { Quantity } from '../report/report';
import type { ComparedRun } from './comparison';
import { toldConstant, type ConstantName } from './constants';
import { labelOf } from './fittedRun';
import type { Side } from './side';
import { studentPoint } from './tailProbability';

/**
 * One run as a comparison shows it.
 *
 * @param side the run
 * @param curve the mechanism all runs are read by
 * @returns its numbers with their intervals, null where a comparison would not ask for them either
 */
export function comparedRun({ fitted, end }: Side, curve: CurveName | null): Omit<ComparedRun, 'copyOf'> {
  const { run } = fitted;
  const { steps } = run.reward;
  const told = (name: ConstantName, unit: string): Quantity | null => {
    const estimate = curve === null ? null : toldConstant(fitted, curve, name);
    // What a log bounds on neither side is no number, here as in the Report.
    if (estimate === null || typeof estimate === 'string') return null;
    return estimate.interval.every((bound) => bound === null) ? null : quantity(estimate, unit);
  };
  return {
    label: labelOf(fitted),
    path: run.path,
    run: run.name,
    steps: { first: steps[0], last: steps[steps.length - 1], count: steps.length },
    plateau: told('plateau', 'reward'),
    timescale: told('timescale', 'steps'),
    damping: told('damping', ''),
    end: end === null ? null : quantity({ value: end.value, interval: aroundEnd(end) }, 'reward'),
  };
}

function quantity({ value, interval }: Estimate, unit: string): Quantity {
  return { value, interval, unit };
}

function aroundEnd({ value, below, degrees }: NonNullable<Side['end']>): Interval {
  const half = studentPoint(0.05, degrees) * below;
  return [value - half, value + half];
}
