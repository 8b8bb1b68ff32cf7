import type { PhasedRecord } from './trainPhases';
import type { PhasedRun } from './phase';

/** The four ways a run can fail, by the names of the Report. */
export type FailureMode =
  'reward-hacking' | 'advantage-degeneracy' | 'policy-concentration' | 'dynamical-instability';

/** What a scenario is made to be: healthy, or one failure mode. */
export type Family = 'healthy' | FailureMode;

/** How the run is written down. */
export interface Logging {
  /** One row per so many updates; training metrics are averaged over them, as trainers do. */
  readonly stride: number;
  readonly names: 'trl' | 'verl';
  /** Columns that are left out, by the names of `PhasedRecord`. */
  readonly missing: ReadonlySet<string>;
  /** Whether momentum, refresh interval and group size are known beside the log. */
  readonly settingsKnown: boolean;
}

/** A run to be trained, how it is logged, and what was done to it. */
export interface Scenario {
  readonly id: string;
  readonly family: Family;
  /** The kind within the family, e.g. `plateau`, `starved-data`. */
  readonly shape: string;
  /** Strength of what was injected, 0 … 1; 0 for healthy runs. */
  readonly dose: number;
  /** Update (0-based) at which something was changed; null where nothing was. */
  readonly injectedAt: number | null;
  readonly run: PhasedRun;
  readonly logging: Logging;
}

/** Truth about one mode: it is there from a step on, it is not there, or the effect is too small to say. */
export type Truth =
  | { readonly verdict: 'present'; readonly onset: number }
  | { readonly verdict: 'absent' }
  | { readonly verdict: 'ambiguous' };

/** A scenario that was trained. */
export interface TrainedScenario {
  readonly scenario: Scenario;
  readonly records: readonly PhasedRecord[];
  readonly truth: Readonly<Record<FailureMode, Truth>>;
  /** Step at which the exact reward or held-out score had lost half of what it loses; null where nothing is lost. */
  readonly collapseAt: number | null;
}
