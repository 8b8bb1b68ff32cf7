import { t } from '@vscode/l10n';
import { listed } from '../logs/listed';
import type { LogPart, LogTable, RawLog } from '../logs/logTable';
import { plausible } from './chooseReward';
import { countFinite } from './column';
import { chooseStep } from './chooseStep';
import { separateEvaluationRows } from './evaluationRows';
import { readMeaning } from './meaning';
import { splitArms } from './splitArms';
import type { Arm } from './splitArms';

/** What a log's tables are chosen by. */
export type Tables = Pick<RawLog, 'path' | 'format' | 'table' | 'parts'>;

/** The runs of a log, and a sentence for what was left out. */
export interface Arms {
  readonly arms: readonly Arm[];
  readonly notes: readonly string[];
}

interface Candidate {
  readonly path: readonly string[];
  readonly table: LogTable;
  readonly hasStep: boolean;
  readonly rewards: number;
}

/**
 * The runs of a log. Where a file holds several tables, those that stand side by side show one run: the first of them with
 * a reward is its table. A table that lists the runs inside of it is none itself, tables inside of a log's rows are
 * none, and neither is one that repeats another or holds a single reward where others hold a curve. Tables without a reward are left out where others have one.
 *
 * @param log the tables
 * @param metric the user's reward key, which then decides which table has a reward
 */
export function armsOf(log: Tables, metric?: string): Arms {
  const { parts } = log;
  if (parts === undefined) return { arms: splitArms(log.table), notes: [] };
  const rewarded = parts.flatMap((part) => candidateOf(log, part, metric));
  const { once, again } = withoutRepeats(withoutInner(firstOfEach(withoutStray(rewarded))));
  const only = once.at(0);
  const notes =
    again.length === 0 ? [] : [t('The same rows as elsewhere in the file, left out: {0}.', listed(again, 8))];
  if (once.length <= 1) return { arms: splitArms(only?.table ?? log.table), notes };
  const names = namesOf(once);
  return { arms: once.map(({ table }, i) => ({ name: names[i] ?? '', table })), notes };
}

function candidateOf(log: Tables, { path, table }: LogPart, metric: string | undefined): Candidate[] {
  const meaning = readMeaning(log.format, separateEvaluationRows(table));
  const named = [...table.numbers.values()].find(({ key }) => key.toLowerCase() === metric?.toLowerCase());
  const reward = metric === undefined ? plausible(meaning).at(0) : named;
  if (reward === undefined) return [];
  const steps = chooseStep(log.path, meaning, reward, undefined)?.column.values ?? new Float64Array();
  return [{ path, table, hasStep: steps.some((step) => step !== steps[0]), rewards: countFinite(reward) }];
}

/** Where a table has a curve, one with a single reward (a summary, an example in a notebook) is no run. */
function withoutStray(parts: readonly Candidate[]): readonly Candidate[] {
  const curves = parts.filter(({ rewards }) => rewards > 1);
  return curves.length > 0 ? curves : parts;
}

function firstOfEach(parts: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, Candidate>();
  for (const part of parts) {
    const group = JSON.stringify(part.path.slice(0, -1));
    if (!groups.has(group)) groups.set(group, part);
  }
  return [...groups.values()];
}

/** A list around other tables is a log with its steps, or as long as they are; else a list of runs. */
function withoutInner(parts: readonly Candidate[]): readonly Candidate[] {
  const logs = new Set(parts);
  for (const outer of parts) {
    const inner = parts.filter(({ path }) => isInside(path, outer.path));
    if (inner.length === 0) continue;
    const longest = Math.max(...inner.map(({ table }) => table.rowCount));
    if (outer.hasStep || outer.table.rowCount >= longest) inner.forEach((part) => logs.delete(part));
    else logs.delete(outer);
  }
  return parts.filter((part) => logs.has(part));
}

function isInside(path: readonly string[], outer: readonly string[]): boolean {
  return path.length > outer.length + 1 && outer.every((place, i) => path[i] === place);
}

function withoutRepeats(parts: readonly Candidate[]): {
  once: readonly Candidate[];
  again: readonly string[];
} {
  const seen = new Set<string>();
  const once: Candidate[] = [];
  const again: string[] = [];
  for (const part of parts) {
    const cells = JSON.stringify(
      [...part.table.numbers.values()].map(({ key, values }) => [key, [...values]]).sort(),
    );
    if (seen.has(cells)) again.push(part.path.slice(1, -1).join('/'));
    else once.push(part);
    seen.add(cells);
  }
  return { once, again };
}

/** The places that tell the runs apart: what all share, at either end, is left out. */
function namesOf(parts: readonly Candidate[]): string[] {
  const groups = parts.map(({ path }) => path.slice(0, -1));
  const shortest = Math.min(...groups.map((group) => group.length));
  let same = 0;
  while (same < shortest && groups.every((group) => group[same] === groups[0]?.[same])) same++;
  return groups.map((group) => group.slice(same).join('/') || group.join('/'));
}
