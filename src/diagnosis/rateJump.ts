import { t } from '@vscode/l10n';
import { RATE_JUMP } from '../dynamics/segments/witnesses';
import { DIAGNOSIS } from './constants';
import type { Evidences } from './evidenceOf';
import { figure, whole } from './figures';
import type { Evidence } from './finding';

/** One step up of the logged learning rate, and with it of the stiffness k = ηκ (theory.md §4). */
export interface RateJump {
  /** The log's own key. */
  readonly metric: string;
  /** Step of the first row with the new rate. */
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where the log's own learning rate goes up in one row, between two stretches that are level. A warm-up or decay schedule
 * has no such place.
 *
 * @param run the run
 * @returns the jumps, oldest first
 */
export function rateJumps({ series, metrics }: Evidences['run']): RateJump[] {
  const rate = series.get('learningRate');
  if (rate === undefined) return [];
  const rows = DIAGNOSIS.levelRows;
  const { steps, values } = rate;
  return [...values.keys()]
    .filter(
      (row) =>
        row >= rows &&
        row + rows <= values.length &&
        values[row] >= RATE_JUMP * values[row - 1] &&
        isLevel(values.subarray(row - rows, row)) &&
        isLevel(values.subarray(row, row + rows)),
    )
    .map((row) => ({
      metric: metrics.get('learningRate') ?? t('learning rate'),
      step: steps[row],
      from: values[row - 1],
      to: values[row],
    }));
}

function isLevel(values: Float64Array): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 && high <= DIAGNOSIS.levelWithin * low;
}

/** "the learning rate went from 1e-4 to 4e-3 at step 169". */
export function jumpSaid({ from, to, step }: RateJump): string {
  return t(
    'the learning rate went from {0} to {1} at step {2}',
    ...[rateFigure(from), rateFigure(to), whole(step)],
  );
}

/** The jump among the evidence. */
export function jumpEvidence({ metric, step, from, to }: RateJump): Evidence {
  return { metric, step, value: to, expected: t('about {0}, what it was before', rateFigure(from)) };
}

/** The first thing to try. */
export function backToRate({ from, to }: RateJump): string {
  return t(
    'Learning rate {0} → back to {1}: the stiffness k falls to 1/{2} with it.',
    ...[rateFigure(to), rateFigure(from), figure(to / from)],
  );
}

/** A rate as people write it. */
export function rateFigure(rate: number): string {
  return Number(rate.toPrecision(2)).toExponential();
}
