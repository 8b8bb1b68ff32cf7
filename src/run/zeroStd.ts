import { t } from '@vscode/l10n';
import { addColumns, mapColumn } from './column';
import type { Column } from './column';
import { candidatesFor } from './meaning';
import type { Candidate, Meaning } from './meaning';

/** The share of groups whose rewards are all equal, 0 … 1, null where the log does not say; with notes. */
export interface ZeroStdChoice {
  readonly column: Column | null;
  readonly notes: readonly string[];
}

/**
 * Zero-std groups as a fraction, whatever the stack writes (log-formats.md §25.2): a fraction or a percentage as it is, the
 * sum of all-solved and all-failed, one minus the mixed share, a count over its total, or OpenRLHF's kept rate (which
 * needs the group size). A count without a total is not a fraction and is said to be left out.
 */
export function zeroStdFraction(meaning: Meaning, groupSize: number | null): ZeroStdChoice {
  const direct = candidatesFor(meaning, 'frac_zero_std_groups');
  const first = direct.at(0);
  const ofSameStack = direct.filter(({ match }) => match.alias.stack === first?.match.alias.stack);
  const column = asFraction(ofSameStack, groupSize) ?? overTotal(meaning, ofSameStack) ?? fromMixed(meaning);
  if (column === null && first !== undefined) return { column, notes: [unusable(first)] };
  if (column === null || inUnitRange(column)) return { column, notes: [] };
  return { column: null, notes: [t('{0} is no fraction (values outside 0 … 1): not used.', column.key)] };
}

function asFraction(candidates: readonly Candidate[], groupSize: number | null): Column | null {
  const first = candidates.at(0);
  if (first === undefined) return null;
  switch (first.match.alias.as) {
    case undefined:
      return first.column;
    case 'part':
    case 'percentPart':
      return sumOfParts(candidates, first.match.alias.as);
    case 'keptPercentTimesGroup':
      if (groupSize === null) return null;
      return mapColumn(first.column, (kept) => 1 - kept / 100 / groupSize, `1 - ${first.column.key}/100/G`);
    default:
      return null;
  }
}

/** Solved and failed groups of one environment: the aggregate where there is one, else the first named. */
function sumOfParts(candidates: readonly Candidate[], unit: 'part' | 'percentPart'): Column | null {
  const parts = candidates.filter(({ match }) => match.alias.as === unit);
  const scope = scopeOf(parts[0]?.column.key ?? '');
  const columns = parts.map(({ column }) => column).filter((column) => scopeOf(column.key) === scope);
  if (columns.length < 2) return null;
  const sum = addColumns(columns, false);
  return unit === 'part' ? sum : mapColumn(sum, (percent) => percent / 100);
}

/** A key without the words that tell solved from failed. */
function scopeOf(key: string): string {
  return key.replace(
    /(?:all_good|all_bad|all_correct|all_incorrect|none|all|pct_0|pct_1)(?=$|_groups_ratio$|\/all$)/,
    '*',
  );
}

function fromMixed(meaning: Meaning): Column | null {
  const mixed = candidatesFor(meaning, 'frac_mixed_groups').at(0);
  if (mixed === undefined) return null;
  const scale = mixed.match.alias.as === 'percent' ? 100 : 1;
  return mapColumn(mixed.column, (value) => 1 - value / scale, `1 - ${mixed.column.key}`);
}

/** Counts whose total is logged beside them: older rllm's solve_none/all/partial, open-instruct's filtered prompts. */
function overTotal(meaning: Meaning, candidates: readonly Candidate[]): Column | null {
  const { numbers } = meaning.table;
  const counted = candidates.filter(({ match }) => match.alias.as === 'count').map(({ column }) => column);
  const partial = numbers.get('batch/solve_partial');
  const solved = counted.filter(({ key }) => /^batch\/solve_(?:none|all)$/.test(key));
  if (partial !== undefined && solved.length === 2)
    return ratio(addColumns(solved, false), addColumns([...solved, partial], false));
  const filtered = counted.find(({ key }) => key === 'batch/filtered_prompts');
  const total = numbers.get('batch/total_prompts');
  return filtered === undefined || total === undefined ? null : ratio(filtered, total);
}

function ratio(part: Column, whole: Column): Column {
  const totals = new Map(Array.from(whole.rows, (row, i) => [row, whole.values[i] ?? NaN]));
  const values = part.values.map((value, i) => value / (totals.get(part.rows[i] ?? -1) ?? NaN));
  return { key: `${part.key} / (${whole.key})`, rows: part.rows, values };
}

function unusable({ column, match }: Candidate): string {
  return match.alias.as === 'keptPercentTimesGroup'
    ? t('{0} gives the share of equal-reward groups only with the group size (--group-size).', column.key)
    : t('{0} counts groups without their total: no share of equal-reward groups.', column.key);
}

function inUnitRange(column: Column): boolean {
  return column.values.every((value) => !(value < -1e-6 || value > 1 + 1e-6));
}
