import type { Estimate } from '../estimate';
import type { LagSettings } from '../thresholds/lagPolynomial';

/** What the run's curve gives for running it again with other settings; plain data. */
export interface PathBase {
  /** R₀ and plateau, reward units. */
  readonly start: Estimate;
  readonly plateau: Estimate;
  /** Timescale of the overdamped limit, logged steps at the peak rate; null where the exact recursion is run. */
  readonly tau: Estimate | null;
  /** First and last logged step of the fitted segment. */
  readonly first: number;
  readonly last: number;
  /** False where training began before the segment. */
  readonly fresh: boolean;
  /** Never unknown where the exact recursion is run. */
  readonly stepUnit: 'update' | 'rollout' | 'unknown';
  /** The learning rate as it was logged; null where it counts as constant. */
  readonly rates: { readonly steps: readonly number[]; readonly values: readonly number[] } | null;
}

/** A run as far as "what if" may start from it; null stands for what is not known. Plain data, so that it crosses to the page. */
export interface WhatIfRun {
  /** How stiffness and noise answer to the group size (theory.md §4 and §5b). */
  readonly optimizer: 'adam' | 'sgd';
  /** β, K and async lag. */
  readonly settings: LagSettings | null;
  /** k, 1/optimizer step at the peak learning rate, where it may be claimed. */
  readonly stiffness: Estimate | null;
  readonly groupSize: number | null;
  /** Standard deviation of the process noise, reward units. */
  readonly process: Estimate | null;
  readonly path: PathBase | null;
}

/** Settings to try. */
export interface WhatIfChoice {
  /** Learning rate as a multiple of the run's own. */
  readonly rate: number;
  readonly beta: number | null;
  readonly refreshInterval: number | null;
  readonly groupSize: number | null;
}

/**
 * The settings the run was made with.
 *
 * @param run the run
 * @returns its own choice, from which every slider starts
 */
export function ownChoice({ settings, groupSize }: WhatIfRun): WhatIfChoice {
  return {
    rate: 1,
    beta: settings?.beta ?? null,
    refreshInterval: settings?.refreshInterval ?? null,
    groupSize,
  };
}

/**
 * The refresh settings of a choice; the async lag stays the run's own.
 *
 * @param run the run
 * @param choice the settings to try
 * @returns null where momentum or refresh interval is not known
 */
export function settingsOf({ settings }: WhatIfRun, choice: WhatIfChoice): LagSettings | null {
  const { beta, refreshInterval } = choice;
  if (settings === null || beta === null || refreshInterval === null) return null;
  return { beta, refreshInterval, asyncLag: settings.asyncLag };
}

/**
 * How many times the run's group size a choice has.
 *
 * @param run the run
 * @param choice the settings to try
 * @returns 1 where it is not known
 */
export function groupRatio({ groupSize }: WhatIfRun, choice: WhatIfChoice): number {
  return groupSize === null || choice.groupSize === null ? 1 : choice.groupSize / groupSize;
}
