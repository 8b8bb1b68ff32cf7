import type { LogPart, LogTable, RawLog } from '../logs/logTable';
import { plausible } from './chooseReward';
import { separateEvaluationRows } from './evaluationRows';
import { readMeaning } from './meaning';
import { splitArms } from './splitArms';
import type { Arm } from './splitArms';

/** What a log's tables are chosen by. */
export type Tables = Pick<RawLog, 'format' | 'table' | 'parts'>;

/**
 * The runs of a log. Where a file holds several tables, those that stand side by side show one run: the first of them with
 * a reward is its table. A table that lists other tables' runs (one row each) is none itself; tables without a
 * reward are left out where others have one.
 *
 * @param log the tables
 * @param metric the user's reward key, which then decides which table has a reward
 */
export function armsOf(log: Tables, metric?: string): readonly Arm[] {
  const { parts } = log;
  if (parts === undefined) return splitArms(log.table);
  const rewarded = parts.filter(({ table }) => hasReward(log, table, metric));
  const chosen = withoutLists(firstOfEach(rewarded));
  const only = chosen.at(0);
  if (chosen.length <= 1) return splitArms(only?.table ?? log.table);
  const names = namesOf(chosen);
  return chosen.map(({ table }, i) => ({ name: names[i] ?? '', table }));
}

function hasReward(log: Tables, table: LogTable, metric: string | undefined): boolean {
  if (metric !== undefined)
    return [...table.numbers.keys()].some((key) => key.toLowerCase() === metric.toLowerCase());
  return plausible(readMeaning(log.format, separateEvaluationRows(table))).length > 0;
}

function firstOfEach(parts: readonly LogPart[]): LogPart[] {
  const groups = new Map<string, LogPart>();
  for (const part of parts) {
    const group = JSON.stringify(part.path.slice(0, -1));
    if (!groups.has(group)) groups.set(group, part);
  }
  return [...groups.values()];
}

function withoutLists(parts: readonly LogPart[]): readonly LogPart[] {
  return parts.filter(
    ({ path }) =>
      !parts.some(
        (other) => other.path.length > path.length + 1 && path.every((place, i) => other.path[i] === place),
      ),
  );
}

/** The places that tell the runs apart: what all share, at either end, is left out. */
function namesOf(parts: readonly LogPart[]): string[] {
  const groups = parts.map(({ path }) => path.slice(0, -1));
  const shortest = Math.min(...groups.map((group) => group.length));
  let same = 0;
  while (same < shortest && groups.every((group) => group[same] === groups[0]?.[same])) same++;
  return groups.map((group) => group.slice(same).join('/') || group.join('/'));
}
