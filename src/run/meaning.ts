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
}

/** Reads the keys of a table once. */
export function readMeaning(format: LogFormat, table: LogTable): Meaning {
  const keys = new Set([...table.numbers.keys(), ...table.texts.keys()]);
  const meanings = meaningsOf(keys);
  return { table, meanings, stack: detectStack(format, keys, meanings) };
}

/** Keys of evaluation rows or columns; a training metric never comes from one unless its stack says so. */
const EVALUATION = /^(?:eval|val|valid|validation|test|held_?out|dev)(?:[-_/.]|$)/i;

/** Whether a key names something measured on held-out data. */
export function isEvaluationKey(key: string): boolean {
  return EVALUATION.test(key.replace(/^train\//, ''));
}

/**
 * Columns that may be this canonical metric and hold a finite value, best first. The log's own stack, or the nearest one
 * it inherits from, says what its keys mean; only keys that it does not know may be free names or exact keys of
 * other stacks. A key marked `never` is left out.
 */
export function candidatesFor(meaning: Meaning, canonical: string): Candidate[] {
  const lineage = lineageOf(meaning.stack);
  const found: { candidate: Candidate; rank: number }[] = [];
  for (const [key, matches] of meaning.meanings) {
    const column = meaning.table.numbers.get(key);
    if (column === undefined) continue;
    const ranked = readings(matches, key, lineage, canonical)
      .filter((match) => match.canonical === canonical && match.alias.never === undefined)
      .map((match) => ({ candidate: { column, match }, rank: rankOf(match, key, lineage) }))
      .sort((a, b) => a.rank - b.rank);
    const best = ranked.at(0);
    if (best !== undefined && hasFinite(column)) found.push(best);
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
}

/** A key's meanings that count: those of the nearest stack that knows it, else free names and other stacks' exact keys. */
function readings(
  matches: readonly AliasMatch[],
  key: string,
  lineage: readonly string[],
  canonical: string,
): readonly AliasMatch[] {
  for (const stack of lineage) {
    const own = matches.filter(({ alias }) => alias.stack === stack);
    if (own.some(({ alias }) => alias.never === undefined || alias.key !== undefined)) return own;
  }
  if (canonical !== 'eval_reward' && isEvaluationKey(key)) return [];
  return matches.filter(({ alias }) => alias.stack === 'generic' || alias.key !== undefined);
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
