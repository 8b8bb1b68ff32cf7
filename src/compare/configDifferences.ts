import type { Run } from '../run/run';
import type { ConfigDifference } from './comparison';
import { sameSetting } from './sameSetting';

/**
 * The settings in which runs differ: only those, sorted by name.
 *
 * @param runs the runs
 * @returns each with every run's value
 */
export function configDifferences(runs: readonly Run[]): ConfigDifference[] {
  const names = [...new Set(runs.flatMap(({ config }) => [...config.keys()]))].sort();
  return names.flatMap((name) => {
    const isAlike = runs.every((a, i) => runs.slice(i + 1).every((b) => agree(name, a, b)));
    return isAlike ? [] : [{ name, values: runs.map(({ config }) => config.get(name) ?? null) }];
  });
}

/** Known of neither run is no difference, known of one is. */
function agree(name: string, a: Run, b: Run): boolean {
  return sameSetting(name, a, b) ?? a.config.has(name) === b.config.has(name);
}
