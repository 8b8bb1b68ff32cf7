import type { LogFormat, LogTable } from '../logs/logTable';
import type { AliasMatch } from './aliasTable';
import { hasFinite } from './column';
import type { Column } from './column';
import { detectStack, lineageOf, meaningsOf } from './stack';
import type { KeyMeanings } from './stack';

/** A column that may be the metric asked for, best first. */
export interface Candidate {
  readonly column: Column;
  readonly match: AliasMatch;
}

/** A table, the stack that wrote it, and what its keys may stand for. */
export interface Meaning {
  readonly table: LogTable;
  readonly stack: string | null;
  readonly meanings: KeyMeanings;
  /** By canonical name, best first. */
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  /** The same for columns whose every value is NaN or infinite. */
  readonly broken: ReadonlyMap<string, readonly Candidate[]>;
}

/** Reads the keys of a table once. */
export function readMeaning(format: LogFormat, table: LogTable): Meaning {
  const keys = new Set([...table.numbers.keys(), ...table.texts.keys()]);
  const meanings = meaningsOf(keys);
  const stack = detectStack(format, keys, meanings);
  const columns = [...table.numbers].filter(([, { rows }]) => rows.length > 0);
  const rank = (isFit: boolean): ReadonlyMap<string, readonly Candidate[]> =>
    rankCandidates(
      columns.filter(([, column]) => hasFinite(column) === isFit),
      meanings,
      lineageOf(stack),
    );
  return { table, meanings, stack, candidates: rank(true), broken: rank(false) };
}

/** Keys of evaluation rows or columns; a training metric never comes from one unless its stack says so. */
const EVALUATION = /^(?:eval|val|valid|validation|test|held_?out|dev)(?:[-_/.]|$)/i;

/** Whether a key names something measured on held-out data. */
export function isEvaluationKey(key: string): boolean {
  return EVALUATION.test(key.replace(/^train\//, ''));
}

/** Columns that may be this canonical metric and hold a finite value, best first. */
export function candidatesFor(meaning: Meaning, canonical: string): readonly Candidate[] {
  return meaning.candidates.get(canonical) ?? [];
}

/** Columns that would be this canonical metric and hold no finite value, best first. */
export function brokenFor(meaning: Meaning, canonical: string): readonly Candidate[] {
  return meaning.broken.get(canonical) ?? [];
}

/**
 * Every key's place among the candidates of its metrics. The log's own stack, or the nearest one it inherits from, says
 * what its keys mean; only keys that it does not know may be free names or exact keys of other stacks. A key marked
 * `never` is left out.
 */
function rankCandidates(
  columns: readonly (readonly [string, Column])[],
  meanings: KeyMeanings,
  lineage: readonly string[],
): ReadonlyMap<string, readonly Candidate[]> {
  const ranked = new Map<string, Map<string, RankedCandidate>>();
  for (const [key, column] of columns) {
    for (const match of readings(meanings.get(key) ?? [], key, lineage)) {
      if (match.alias.never !== undefined) continue;
      const rank = rankOf(match, key, lineage);
      const ofMetric = ranked.get(match.canonical) ?? new Map<string, RankedCandidate>();
      ranked.set(match.canonical, ofMetric);
      if (rank < (ofMetric.get(key)?.rank ?? Infinity))
        ofMetric.set(key, { candidate: { column, match }, rank });
    }
  }
  return new Map([...ranked].map(([canonical, ofMetric]) => [canonical, inOrder([...ofMetric.values()])]));
}

interface RankedCandidate {
  readonly candidate: Candidate;
  readonly rank: number;
}

function inOrder(ranked: readonly RankedCandidate[]): readonly Candidate[] {
  return [...ranked].sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
}

/** A key's meanings that count: those of the nearest stack that knows it, else free names and other stacks' exact keys. */
function readings(
  matches: readonly AliasMatch[],
  key: string,
  lineage: readonly string[],
): readonly AliasMatch[] {
  for (const stack of lineage) {
    const own = matches.filter(({ alias }) => alias.stack === stack);
    if (own.some(({ alias }) => alias.never === undefined || alias.key !== undefined)) return firsts(own);
  }
  const isEvaluation = isEvaluationKey(key);
  return matches.filter(
    ({ alias, canonical }) =>
      (canonical === 'eval_reward' || !isEvaluation) &&
      (alias.stack === 'generic' || alias.key !== undefined),
  );
}

/** Within a stack the first entry that fits wins (metric-aliases.json, order): what it never is no later pattern makes it. */
function firsts(own: readonly AliasMatch[]): readonly AliasMatch[] {
  return own.filter(
    (match) => !own.some(({ canonical, order }) => canonical === match.canonical && order < match.order),
  );
}

const FREE_NAME = 10_000;
const OTHER_STACK = 20_000;

/** Nearest stack first, then the table's order, then breadth. */
function rankOf(match: AliasMatch, key: string, lineage: readonly string[]): number {
  const { stack, regex } = match.alias;
  const generation = lineage.indexOf(stack);
  const distance = generation >= 0 ? generation * 1000 : stack === 'generic' ? FREE_NAME : OTHER_STACK;
  return distance + match.order + (regex === undefined ? 0 : breadth(key));
}

/** Among keys that one pattern fits, the aggregate over all environments and the mean come first. */
function breadth(key: string): number {
  const places = key.includes('/') ? key.split('/') : key.split('_').slice(1, 2);
  const scope = places.includes('agg') ? 0 : places.includes('all') || places.includes('total') ? 0.1 : 0.2;
  return scope + (/(?:std|max|min|median|p\d+)$/.test(key) ? 0.5 : 0);
}
