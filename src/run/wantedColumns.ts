import type { Alias } from './aliasTable';
import { isBenchmarkKey } from './heldOutColumns';
import { ARM_NAME } from './splitArms';
import { CELL_NAME } from './splitWide';
import { isTelling, meaningsOf } from './stack';

/** Names that no stack's table has and that still are read: a trainer's own reward, its clock, totals beside counts. */
const READ_ANYWAY =
  /reward|score|return|epoch|^iteration$|^step$|num_generations|group_size|kl_coef|^batch\/(?:solve_partial|total_prompts)$/i;

/** What the user names by its key. */
interface Named {
  readonly metric?: string | undefined;
  readonly step?: string | undefined;
}

/**
 * Of a log's keys those whose columns a run may need: every one the alias table knows, what looks like a reward or
 * a step, what tells runs apart, and what the user names.
 */
export function wantedColumns(keys: readonly string[], { metric, step }: Named): ReadonlySet<string> {
  const named = new Set([metric, step].map((key) => key?.toLowerCase()));
  const meanings = meaningsOf(keys);
  return new Set(
    keys.filter(
      (key) =>
        (meanings.get(key) ?? []).some(({ alias }) => isOfUse(alias)) ||
        READ_ANYWAY.test(key) ||
        isBenchmarkKey(key) ||
        ARM_NAME.test(key) ||
        CELL_NAME.test(key) ||
        named.has(key.toLowerCase()),
    ),
  );
}

/** Gives a metric, or tells whose log it is. */
function isOfUse(alias: Alias): boolean {
  return alias.never === undefined || isTelling(alias);
}
