import type { RunConfig } from '../run/run';
import type { ConfigDifference } from './comparison';

/**
 * The settings in which runs differ: only those, sorted by name.
 *
 * @param configs one per run
 * @returns each with every run's value
 */
export function configDifferences(configs: readonly RunConfig[]): ConfigDifference[] {
  const names = [...new Set(configs.flatMap((config) => [...config.keys()]))].sort();
  return names.flatMap((name) => {
    const values = configs.map((config) => config.get(name) ?? null);
    const distinct = new Set(values.map((value) => (value === null ? null : value.value)));
    return distinct.size > 1 ? [{ name, values }] : [];
  });
}
