import type { LogFormat } from '../logs/logTable';
import { matchKey } from './aliasTable';
import type { Alias, AliasMatch } from './aliasTable';

/** Stacks whose metric names a stack inherits, nearest first; it heads its own list. */
const LINEAGE: Readonly<Record<string, readonly string[]>> = {
  trl: ['trl', 'transformers'],
  'trl-async': ['trl-async', 'trl', 'transformers'],
  unsloth: ['unsloth', 'trl', 'transformers'],
  'ms-swift': ['ms-swift', 'transformers'],
  axolotl: ['axolotl', 'trl', 'transformers'],
  'open-r1': ['open-r1', 'trl', 'transformers'],
};

/** The stacks that share TRL's names: counted as one when a name tells stacks apart. */
const TRL_FAMILY = new Set(['trl', 'trl-async', 'transformers', 'unsloth', 'ms-swift', 'axolotl', 'open-r1']);

/** Keys that one stack alone writes and that stand for no metric. */
const SIGNATURES: ReadonlyMap<string, string> = new Map([
  ['global_step/max_steps', 'ms-swift'],
  ['train_speed(s/it)', 'ms-swift'],
  ['progress/done_frac', 'tinker-cookbook'],
]);

/** Names that any trainer may use, and a tracker's own counter: they tell of no stack. */
const NOBODY = ['generic', 'wandb'];

/** Patterns that take in any name under a prefix say nothing about who wrote it. */
const CATCH_ALL = /\((?:\.|\[\^[^\]]*\])\+\)\$$/;

/** Whether a name tells anything about who wrote it. */
export function isTelling({ regex }: Alias): boolean {
  return regex === undefined || !CATCH_ALL.test(regex);
}

/** Below this many names of its own a stack is a guess. */
const LEAST_SCORE = 1;

/** One name, however rare, may be somebody's own: a stack shows itself by two. */
const LEAST_NAMES = 2;

/** A stack and the stacks whose names it inherits. */
export function lineageOf(stack: string | null): readonly string[] {
  return stack === null ? [] : (LINEAGE[stack] ?? [stack]);
}

/** What the columns of a log may stand for: each key's possible meanings. */
export type KeyMeanings = ReadonlyMap<string, readonly AliasMatch[]>;

/** The meanings of every key; "_" counts as "/" where no key has a "/" (CSV exports). */
export function meaningsOf(keys: Iterable<string>): KeyMeanings {
  const all = [...keys];
  const flattened = !all.some((key) => key.includes('/'));
  return new Map(all.map((key) => [key, matchKey(key, flattened)]));
}

/**
 * The training stack whose names the log uses, null where they fit none or could be anyone's. A name counts for 1/n of
 * each of the n stacks that use it, so that `actor/pg_loss` says little and `env/all/reward/total` much; one that a stack's
 * pattern takes in, and that people use themselves (`eval/reward`), for nothing. One name alone is
 * no stack, unless it is a signature. Source of the signatures: log-formats.md §§0, 2, 3, 1.6, 19.2.
 */
export function detectStack(
  format: LogFormat,
  keys: ReadonlySet<string>,
  meanings: KeyMeanings,
): string | null {
  for (const [key, stack] of SIGNATURES) if (keys.has(key)) return stack;
  const scores = new Map<string, number>();
  const names = new Map<string, number>();
  for (const matches of meanings.values()) {
    const isAnybodys = matches.some(({ alias }) => NOBODY.includes(alias.stack) && alias.key !== undefined);
    const telling = matches.filter(
      ({ alias }) => isTelling(alias) && (alias.key !== undefined || !isAnybodys),
    );
    const families = new Set(telling.map(({ alias }) => familyOf(alias.stack)));
    for (const nobody of NOBODY) families.delete(nobody);
    for (const family of families) {
      scores.set(family, (scores.get(family) ?? 0) + 1 / families.size);
      names.set(family, (names.get(family) ?? 0) + 1);
    }
  }
  const [best, score] = [...scores].reduce<readonly [string, number]>(
    (top, entry) => (entry[1] > top[1] ? entry : top),
    ['', 0],
  );
  const isKnown = score >= LEAST_SCORE && (names.get(best) ?? 0) >= LEAST_NAMES;
  if (format === 'trainer_state' || (best === 'trl' && isKnown)) return memberOfTrl(keys);
  return isKnown ? best : null;
}

function familyOf(stack: string): string {
  return TRL_FAMILY.has(stack) ? 'trl' : stack;
}

function memberOfTrl(keys: ReadonlySet<string>): string {
  const bare = new Set([...keys].map((key) => key.replace(/^train\//, '')));
  if (bare.has('weight_sync_time_s') || bare.has('buffer_qsize')) return 'trl-async';
  return bare.has('completion_length') && bare.has('completions/mean_length') ? 'unsloth' : 'trl';
}
