import type { LogTable } from '../logs/logTable';
import type { Column } from './column';

/** A row whose reward is NaN or infinite; its step is null where the row has none. */
export interface NonFiniteRow {
  readonly row: number;
  readonly step: number | null;
}

/** The reward's rows, sorted by what can be done with them, and every row's step. */
export interface RewardRows {
  /** Rows that carry the reward and a step, in file order; values NaN or infinite where the log says so. */
  readonly rows: Int32Array;
  readonly steps: Float64Array;
  readonly values: Float64Array;
  /** How many of these values are finite. */
  readonly finite: number;
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
  const rows = new Int32Array(reward.rows.length);
  const steps = new Float64Array(reward.rows.length);
  const values = new Float64Array(reward.rows.length);
  const nonFinite: NonFiniteRow[] = [];
  let count = 0;
  let finite = 0;
  let noStep = 0;
  for (let i = 0; i < reward.rows.length; i++) {
    const row = reward.rows[i] ?? 0;
    const value = reward.values[i] ?? NaN;
    const at = stepOf[row] ?? NaN;
    const hasStep = Number.isFinite(at);
    if (!Number.isFinite(value)) nonFinite.push({ row, step: hasStep ? at : null });
    else if (hasStep) finite++;
    else noStep++;
    if (!hasStep) continue;
    rows[count] = row;
    steps[count] = at;
    values[count++] = value;
  }
  return {
    rows: rows.subarray(0, count),
    steps: steps.subarray(0, count),
    values: values.subarray(0, count),
    finite,
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
  const stride = table.oneOf ?? 1;
  let next = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (reward.rows[next] === row) next++;
    stepOf[row] = Math.max(0, next - 1) * stride;
  }
  return stepOf;
}
