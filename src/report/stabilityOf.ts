import { stabilityMargin } from '../dynamics/thresholds/stability';
import type { RunConfig } from '../run/run';
import type { Stability } from './report';

/**
 * The thresholds of theory.md §3 in 1/optimizer step, wherever momentum (0 counts) and refresh interval are known; the
 * async lag is 0 where the log does not tell. Largest safe interval and margin stay null: they need an absolute
 * stiffness, which only the hyperparameter-bound curve gives.
 *
 * @param config what is known of the run
 * @returns null where momentum or refresh interval is not known, or outside what the theory holds for
 */
export function stabilityOf(config: RunConfig): Stability | null {
  const beta = numberOf(config, 'beta1');
  const refreshInterval = numberOf(config, 'refreshInterval');
  const asyncLag = numberOf(config, 'asyncLag') ?? 0;
  if (beta === null || refreshInterval === null) return null;
  if (!(beta >= 0 && beta < 1) || !isWhole(refreshInterval, 1) || !isWhole(asyncLag, 0)) return null;
  const { threshold, oscillationOnset } = stabilityMargin({ beta, refreshInterval, asyncLag }, null);
  return { threshold, oscillationOnset, largestSafeRefreshInterval: null, margin: null };
}

function numberOf(config: RunConfig, name: string): number | null {
  const value = config.get(name)?.value;
  return typeof value === 'number' ? value : null;
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
