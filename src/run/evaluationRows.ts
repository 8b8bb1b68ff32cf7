import type { LogTable, NumberColumn, TextColumn } from '../logs/logTable';
import { matchKey } from './aliasTable';

/** Names of columns that say what kind of row it is. */
const KIND_NAME = /^(?:split|phase|mode|stage|kind|type|row_?type|event)$/i;
const EVALUATION = /^(?:eval|evaluation|val|valid|validation|test|dev|held[-_]?out)$/i;
/** A key that says so itself needs no other name. */
const NAMES_EVALUATION = /^(?:eval|evaluation|val|valid|validation|test|dev|held[-_]?out)[-_/.]/i;
const TRAINING = /^(?:train|training|rollout|step|update|learn|optim)$/i;

/**
 * Logs that tell evaluation rows from training rows by a column ("split": "eval") use one key for both. Here the cells of
 * evaluation rows move to keys of their own, eval_<key>, so that an evaluation is never taken for a training step; the
 * step keeps its key. A log without both kinds of rows is returned as it is.
 */
export function separateEvaluationRows(table: LogTable): LogTable {
  const kinds = [...table.texts.values()].find((column) => tellsKinds(column));
  if (kinds === undefined) return table;
  const isEvaluation = new Uint8Array(table.rowCount);
  kinds.values.forEach((kind, i) => (isEvaluation[kinds.rows[i] ?? 0] = EVALUATION.test(kind) ? 1 : 0));
  const numbers = new Map<string, NumberColumn>();
  for (const [key, column] of table.numbers) {
    if (isStep(key) || NAMES_EVALUATION.test(key) || column.rows.length === 0) numbers.set(key, column);
    else {
      const training = pick(column, isEvaluation, 0, column.key);
      const evaluation = pick(column, isEvaluation, 1, `${column.key} (${kinds.key}: evaluation)`);
      if (training.rows.length > 0) numbers.set(key, training);
      if (evaluation.rows.length > 0) numbers.set(`eval_${key}`, evaluation);
    }
  }
  return { ...table, numbers };
}

function tellsKinds({ key, values }: TextColumn): boolean {
  return (
    KIND_NAME.test(key) &&
    values.some((kind) => EVALUATION.test(kind)) &&
    values.some((kind) => TRAINING.test(kind))
  );
}

function isStep(key: string): boolean {
  return (
    matchKey(key, false).some(({ canonical }) => canonical === 'step') ||
    /^(?:epoch|time|timestamp)$/i.test(key)
  );
}

function pick(column: NumberColumn, flags: Uint8Array, flag: number, key: string): NumberColumn {
  const kept: number[] = [];
  column.rows.forEach((row, i) => {
    if (flags[row] === flag) kept.push(i);
  });
  return {
    key,
    rows: Int32Array.from(kept, (i) => column.rows[i] ?? 0),
    values: Float64Array.from(kept, (i) => column.values[i] ?? NaN),
  };
}
