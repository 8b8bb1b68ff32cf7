import type { Estimate } from '../estimate';
import { lagOnset, lagThreshold } from '../thresholds/lagThreshold';
import { settingsOf, type WhatIfChoice, type WhatIfRun } from './whatIfRun';
import { stiffnessFor } from './whatIfStiffness';

/** How a run behaves at a stiffness: below k_osc, between k_osc and k_thr, or above. */
export type Behaviour = 'settles' | 'swings' | 'unstable';

/** Where a choice stands between settling and instability. */
export interface WhatIfMargin {
  /** k_thr and k_osc of the choice, 1/optimizer step. */
  readonly threshold: number;
  readonly onset: number;
  readonly stiffness: Estimate | null;
  /** k_thr/k; null where k is not known. */
  readonly margin: Estimate | null;
  readonly behaviour: Behaviour | null;
  /** False where another behaviour lies within the interval of k. */
  readonly isSure: boolean;
}

/**
 * Thresholds and margin of a choice (theory.md §3), by the same functions as the Report's `stability`.
 *
 * @param run the run
 * @param choice the settings to try
 * @returns null where momentum or refresh interval is not known
 */
export function marginFor(run: WhatIfRun, choice: WhatIfChoice): WhatIfMargin | null {
  const settings = settingsOf(run, choice);
  if (settings === null) return null;
  const threshold = lagThreshold(settings).stiffness;
  const onset = lagOnset(settings);
  const stiffness = stiffnessFor(run, choice);
  const at = (k: number): Behaviour => (k < onset ? 'settles' : k < threshold ? 'swings' : 'unstable');
  if (stiffness === null)
    return { threshold, onset, stiffness, margin: null, behaviour: null, isSure: false };
  const { value, interval } = stiffness;
  const behaviour = at(value);
  const over = (k: number | null): number | null => (k === null ? null : threshold / k);
  return {
    ...{ threshold, onset, stiffness, behaviour },
    margin: { value: threshold / value, interval: interval && [over(interval[1]), over(interval[0])] },
    isSure: interval !== null && interval.every((k) => k !== null && at(k) === behaviour),
  };
}
