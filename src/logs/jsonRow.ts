import { MAX_DEPTH } from './limits';
import { parseNumber } from './parseNumber';
import type { TableBuilder } from './tableBuilder';

/** A parsed JSON object; keys are whatever the log holds. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a parsed value is an object, not a list and not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds one JSON record to the table. Nested objects are joined with "/" (EasyR1's reward.overall is reward/overall,
 * log-formats.md §5); the envelopes {"step", "data": {…}} (verl, rllm) and {"step", "metrics": {…}} (ROLL) add no
 * prefix. Numbers written as strings count as numbers, true and false as 1 and 0; lists and prose are skipped by name. A null is NaN
 * (so verl ≥ 0.7.1 and TRL ≥ 1.0 write it), unless the row is padded or the key never held a number before.
 */
export function addJsonRow(table: TableBuilder, row: JsonObject, line: number, column: number): void {
  if (table.beginRow(line, column)) addFields(table, row, '', 0);
}

/**
 * Adds one member of the current record, for carriers that hold a record's members apart: as `addJsonRow` does it, but a
 * null is always NaN, since such a carrier has no padding.
 */
export function addJsonField(table: TableBuilder, key: string, value: unknown): void {
  if (typeof value === 'number') table.number(key, value);
  else if (value !== null) addOther(table, key, value, 1);
  else if (table.hasNumber(key)) table.number(key, NaN);
}

function addFields(table: TableBuilder, row: JsonObject, prefix: string, depth: number): void {
  let padded: boolean | null = null;
  for (const name in row) {
    const value = row[name];
    const key = prefix === '' ? name : prefix + name;
    if (typeof value === 'number') table.number(key, value);
    else if (value !== null) addOther(table, key, value, depth);
    else if (table.hasNumber(key)) {
      padded ??= isPadded(row);
      if (!padded) table.number(key, NaN);
    }
  }
}

function addOther(table: TableBuilder, key: string, value: unknown, depth: number): void {
  if (typeof value === 'string') addText(table, key, value);
  else if (typeof value === 'boolean') table.number(key, value ? 1 : 0);
  else if (isJsonObject(value) && depth < MAX_DEPTH)
    addFields(table, value, isEnvelope(key, depth) ? '' : `${key}/`, depth + 1);
  else table.skip(key);
}

function addText(table: TableBuilder, key: string, value: string): void {
  const number = parseNumber(value);
  if (number === null) table.text(key, value);
  else table.number(key, number);
}

/** A row that is mostly null comes from a merged table (pandas): there null means "no such cell", not NaN. */
function isPadded(row: JsonObject): boolean {
  let nulls = 0;
  let all = 0;
  for (const name in row) {
    all++;
    if (row[name] === null) nulls++;
  }
  return nulls * 2 > all;
}

function isEnvelope(key: string, depth: number): boolean {
  return depth === 0 && (key === 'data' || key === 'metrics');
}
