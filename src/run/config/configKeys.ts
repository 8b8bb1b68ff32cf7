import { STACK_CONFIGS } from './stackConfigs';
import type { Factor } from './stackConfig';

/** Prefixes under which scripts of their own keep a trainer's arguments. */
const WRAPPER =
  /^(?:args|training_args|training_arguments|training|train|trainer|grpo|grpo_config|config|hparams)\./;

/** Keys read from any configuration, and nothing else of it: secrets and people's names never enter a Report. */
const WANTED: ReadonlySet<string> = new Set(
  STACK_CONFIGS.flatMap(({ marks, keys, updates, switchedKl, lagInBatches }) => [
    ...marks,
    ...Object.values(keys).flat(),
    ...updates.flatMap(({ times, over }) => [...times, ...(over ?? [])].map(keyOf)),
    ...(switchedKl ?? []).flat(),
    ...(lagInBatches ?? []),
  ]).map((key) => key.replaceAll('/', '.')),
);

const NESTED = [...WANTED].filter((key) => key.includes('.'));

/**
 * The name under which a key of a configuration is looked up, null where it is none that is read. "/" counts as "."
 * (trackers), W&B's `key.value` as `key` (log-formats.md §20.1), and a nested key may stand below a name of its own.
 */
export function wantedKey(key: string): string | null {
  const dotted = key.replaceAll('/', '.').replace(/^([^.]+)\.value(?=\.|$)/, '$1');
  if (WANTED.has(dotted)) return dotted;
  const bare = dotted.replace(WRAPPER, '');
  if (WANTED.has(bare)) return bare;
  return NESTED.find((nested) => dotted.endsWith(`.${nested}`)) ?? null;
}

/** The key of a formula's factor. */
export function keyOf(factor: Factor): string {
  return typeof factor === 'string' ? factor : factor[0];
}
