import type { LogTable } from '../logs/logTable';
import type { Column } from './column';

/** A row whose reward is NaN or infinite; its step is null where the row has none. */
export interface NonFiniteRow {
  readonly row: number;
  readonly step: number | null;
}

/** The reward's rows, sorted by what can be done with them, and every row's step. */
export interface RewardRows {
  readonly finiteRows: Int32Array;
  readonly finiteSteps: Float64Array;
  readonly finiteValues: Float64Array;
  readonly nonFinite: readonly NonFiniteRow[];
  /** Rows with a finite reward in a log with a step column that have no step. */
  readonly noStep: number;
  /** Step of every table row, NaN where it has none. */
  readonly stepOf: Float64Array;
  /** True where there is no step column and rows are counted. */
  readonly isCounted: boolean;
}

/**
 * Tells finite rewards with a step from the rest. Without a step column the rows that carry the reward count from 0, and
 * other rows belong to the reward row before them.
 */
export function sortRewardRows(table: LogTable, reward: Column, step: Column | null): RewardRows {
  const stepOf = step === null ? countedSteps(table, reward) : loggedSteps(table, step);
  const rows: number[] = [];
  const steps: number[] = [];
  const values: number[] = [];
  const nonFinite: NonFiniteRow[] = [];
  let noStep = 0;
  reward.rows.forEach((row, i) => {
    const value = reward.values[i] ?? NaN;
    const at = stepOf[row] ?? NaN;
    if (!Number.isFinite(value)) nonFinite.push({ row, step: Number.isFinite(at) ? at : null });
    else if (!Number.isFinite(at)) noStep++;
    else {
      rows.push(row);
      steps.push(at);
      values.push(value);
    }
  });
  return {
    finiteRows: Int32Array.from(rows),
    finiteSteps: Float64Array.from(steps),
    finiteValues: Float64Array.from(values),
    nonFinite,
    noStep,
    stepOf,
    isCounted: step === null,
  };
}

function loggedSteps(table: LogTable, step: Column): Float64Array {
  const stepOf = new Float64Array(table.rowCount).fill(NaN);
  step.rows.forEach((row, i) => (stepOf[row] = step.values[i] ?? NaN));
  return stepOf;
}

function countedSteps(table: LogTable, reward: Column): Float64Array {
  const stepOf = new Float64Array(table.rowCount);
  let next = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (reward.rows[next] === row) next++;
    stepOf[row] = Math.max(0, next - 1);
  }
  return stepOf;
}
