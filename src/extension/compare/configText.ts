import type { RunConfig } from '../../run/run';

/**
 * The settings of two runs as two JSON texts, sorted by name.
 *
 * @param wanted the names to show; null for all
 */
export function configText(
  left: RunConfig,
  right: RunConfig,
  wanted: readonly string[] | null,
): readonly [string, string] {
  const names = wanted ?? [...new Set([...left.keys(), ...right.keys()])];
  const sorted = names.toSorted();
  return [textOf(left, sorted), textOf(right, sorted)];
}

/** A setting that a run does not tell is left out: its line is missing on that side. */
function textOf(config: RunConfig, names: readonly string[]): string {
  const known = names.flatMap((name) => {
    const setting = config.get(name);
    return setting === undefined ? [] : [[name, setting.value] as const];
  });
  return `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`;
}
