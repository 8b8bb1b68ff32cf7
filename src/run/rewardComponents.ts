import type { Column } from './column';
import { candidatesFor, isEvaluationKey } from './meaning';
import type { Meaning } from './meaning';
import type { MetricName } from './metricName';

/** Names under reward/ that are another statistic of the total or no reward at all. */
const NO_COMPONENT =
  /^(?:mean|std|max|min|total|avg|average|sum|overall|timing_s|median|var|rewards?|train|baseline|eval|test|val|raw)$|(?:^|[_/])(?:std|num|count|tokens|turns|time|length|len|zero|group|groups|steps?|minus|diff|delta|gap)(?:[_/]|$)|^pass@/;

/**
 * The reward's parts as `rewards.<name>`, by the stack's own naming (rewards/<function>/mean, reward/<name>, …). The
 * total itself, evaluation columns and other statistics of the total are no parts.
 */
export function chooseComponents(meaning: Meaning, reward: Column): ReadonlyMap<MetricName, Column> {
  const parts = new Map<MetricName, Column>();
  for (const { column, match } of candidatesFor(meaning, 'reward_per_function_mean')) {
    const name = componentName(column.key, match.name);
    if (name === null || column.key === reward.key || isEvaluationKey(column.key)) continue;
    const canonical: MetricName = `rewards.${name}`;
    if (!parts.has(canonical)) parts.set(canonical, column);
  }
  return parts;
}

/** The pattern's first group; prime-rl's has the environment first and the function in the key's end. */
function componentName(key: string, group: string | null): string | null {
  const name = /rewards\/([^/]+)\/mean$/.exec(key)?.[1] ?? group;
  return name === null || NO_COMPONENT.test(name) ? null : name;
}
