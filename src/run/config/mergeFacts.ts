import { t } from '@vscode/l10n';
import type { Sourced } from '../run';

/** Hyperparameters by the Report's names. */
export type Facts = ReadonlyMap<string, Sourced<number | string>>;

/** One fact for each name, and a sentence for each that two sources give differently. */
export interface MergedFacts {
  readonly facts: Map<string, Sourced<number | string>>;
  readonly notes: readonly string[];
}

/** Relative difference that is rounding. */
const ROUNDING = 1e-6;

/** The first source that knows a name gives its value; a later one that says otherwise is told. */
export function mergeFacts(sources: readonly Facts[]): MergedFacts {
  const facts = new Map<string, Sourced<number | string>>();
  const notes: string[] = [];
  const told = new Set<string>();
  for (const source of sources)
    for (const [name, fact] of source) {
      const known = facts.get(name);
      if (known === undefined) facts.set(name, fact);
      else if (!isSame(known.value, fact.value) && !told.has(name)) {
        told.add(name);
        notes.push(disputed(name, known, fact));
      }
    }
  return { facts, notes };
}

/** What is said where two sources give one name differently. */
export function disputed(
  name: string,
  used: Sourced<number | string>,
  other: Sourced<number | string>,
): string {
  return t(
    '{0}: {1} ({2}) is used, though {3} says {4}.',
    ...[name, used.value, used.from, other.from, other.value],
  );
}

function isSame(a: number | string, b: number | string): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}
