import type { RunConfig } from '../../run/run';

/** The settings of two runs as two JSON texts, sorted by name: only those that differ, or all. */
export function configText(left: RunConfig, right: RunConfig, all: boolean): readonly [string, string] {
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  const wanted = all ? names : names.filter((name) => left.get(name)?.value !== right.get(name)?.value);
  return [textOf(left, wanted), textOf(right, wanted)];
}

/** A setting that a run does not tell is left out: its line is missing on that side. */
function textOf(config: RunConfig, names: readonly string[]): string {
  const known = names.flatMap((name) => {
    const setting = config.get(name);
    return setting === undefined ? [] : [[name, setting.value] as const];
  });
  return `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`;
}
