import type { AbsoluteStiffness } from '../dynamics/absoluteStiffness';
import type { Interval } from '../dynamics/fit';
import { LARGEST_SEARCHED } from '../dynamics/thresholds/largestSafeRefreshInterval';
import { stabilityMargin } from '../dynamics/thresholds/stability';
import type { RunConfig } from '../run/run';
import type { Stability } from './report';

/**
 * The thresholds of theory.md §3 in 1/optimizer step, wherever momentum (0 counts) and refresh interval are known; the
 * async lag is 0 where the log does not tell. Margin and largest safe interval need the absolute stiffness.
 *
 * @param config what is known of the run
 * @param absolute k, where it may be claimed
 * @returns null where momentum or refresh interval is not known, or outside what the theory holds for
 */
export function stabilityOf(
  config: RunConfig,
  { stiffness }: Pick<AbsoluteStiffness, 'stiffness'>,
): Stability | null {
  const beta = numberOf(config, 'beta1');
  const refreshInterval = numberOf(config, 'refreshInterval');
  const asyncLag = numberOf(config, 'asyncLag') ?? 0;
  if (beta === null || refreshInterval === null) return null;
  if (!(beta >= 0 && beta < 1) || !isWhole(refreshInterval, 1) || !isWhole(asyncLag, 0)) return null;
  const found = stabilityMargin({ beta, refreshInterval, asyncLag }, stiffness?.value ?? null);
  const { threshold, oscillationOnset, largestSafeRefreshInterval: largest, margin } = found;
  return {
    threshold,
    oscillationOnset,
    // JSON has no Infinity.
    largestSafeRefreshInterval: largest === null ? null : Math.min(largest, LARGEST_SEARCHED),
    margin,
    marginInterval: marginInterval(threshold, stiffness?.interval ?? null),
  };
}

function marginInterval(threshold: number, interval: Interval | null): Interval | null {
  if (interval === null) return null;
  const at = (k: number | null): number | null => (k === null ? null : threshold / k);
  return [at(interval[1]), at(interval[0])];
}

function numberOf(config: RunConfig, name: string): number | null {
  const value = config.get(name)?.value;
  return typeof value === 'number' ? value : null;
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
