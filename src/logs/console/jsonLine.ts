import { addJsonRow, isJsonObject } from '../jsonRow';
import { parseJson } from '../parseJson';
import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';

/**
 * A JSON object at the end of a line, behind a logger's prefix: ROLL's `[…] [INFO] [DRIVER 0 / 1][PID 99] {"critic/…": …}`
 * and `metrics_tag: {"step": 1, "metrics": {…}}` (log-formats.md §15). Its keys may carry @mean and the like.
 */
export class JsonLine implements LineGrammar {
  readonly shape = '{"key": value} behind a prefix';
  readonly table = new TableBuilder();

  /** Objects of numbers only; a text in it makes it something else that was logged. */
  take({ text, line }: ConsoleLine): boolean {
    const at = text.indexOf('{"');
    if (at < 0 || !/\}\s*$/.test(text)) return false;
    const row = parseJson(text.slice(at).trimEnd());
    if (!isJsonObject(row)) return false;
    const plain = withoutSuffixes(row);
    if (!isOfNumbers(plain)) return false;
    addJsonRow(this.table, plain, line, 1);
    return true;
  }
}

function withoutSuffixes(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/@(?:sum|mean|max|min)$/, ''), value]),
  );
}

function isOfNumbers(row: Readonly<Record<string, unknown>>): boolean {
  const values = Object.values(row);
  const numbers = values.filter((value) => typeof value === 'number' || isJsonObject(value)).length;
  return numbers > 0 && numbers * 2 >= values.length;
}
