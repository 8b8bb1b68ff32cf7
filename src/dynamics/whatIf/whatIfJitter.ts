import type { Estimate } from '../estimate';
import type { LagSettings } from '../thresholds/lagPolynomial';
import { refreshThreshold } from '../thresholds/refreshThreshold';
import { stationaryVariance } from '../thresholds/stationaryVariance';
import { groupRatio, settingsOf, type WhatIfChoice, type WhatIfRun } from './whatIfRun';

/** The jitter of a choice: how large, or why there is none to tell. */
export type WhatIfJitter =
  | { readonly kind: 'known'; readonly deviation: Estimate }
  | { readonly kind: 'unstable' | 'lagged' | 'unknown' };

/** How a choice changes stiffness and noise of one step: factors of k and of the variance S (theory.md §4). */
interface Law {
  readonly stiffness: number;
  readonly noise: number;
}

/**
 * Standard deviation of the process noise under a choice: the run's own, times the square root of how much larger the
 * stationary variance of the recursion becomes. The noise of a step is the rate times that of a gradient; with SGD its
 * variance falls as 1/G, with Adam the step is divided by it, which moves k instead (theory.md §4, §5b). How much of it a
 * larger group really takes away is not known (noise between prompts is a floor), so the interval reaches from no change
 * to all of it, as that of the Report's `atDoubleGroupSize`.
 *
 * @param run the run
 * @param choice the settings to try
 * @returns reward units; `unstable` where there is no stationary state, `lagged` where an async lag keeps it from being known
 */
export function jitterFor(run: WhatIfRun, choice: WhatIfChoice): WhatIfJitter {
  const { process } = run;
  if (process === null) return { kind: 'unknown' };
  const ratios = onlyGroup(run, choice) ? groupOnly(run, choice) : ratiosOf(run, choice);
  if (typeof ratios === 'string') return { kind: ratios };
  const [low, high] = process.interval ?? [null, null];
  const interval =
    process.interval &&
    ([
      low === null ? null : low * ratios.least,
      high === null || ratios.most === null ? null : high * ratios.most,
    ] as const);
  return { kind: 'known', deviation: { value: process.value * ratios.best, interval } };
}

/** Factors of the standard deviation; `most` is null where the upper end of k is past the threshold. */
interface Ratios {
  readonly best: number;
  readonly least: number;
  readonly most: number | null;
}

function onlyGroup({ settings }: WhatIfRun, { rate, beta, refreshInterval }: WhatIfChoice): boolean {
  return (
    rate === 1 && beta === (settings?.beta ?? null) && refreshInterval === (settings?.refreshInterval ?? null)
  );
}

/** Var ∝ 1/G for SGD and 1/√G for Adam, whatever k is. */
function groupOnly(run: WhatIfRun, choice: WhatIfChoice): Ratios {
  const best = groupRatio(run, choice) ** (run.optimizer === 'sgd' ? -0.5 : -0.25);
  return { best, least: Math.min(1, best), most: Math.max(1, best) };
}

function ratiosOf(run: WhatIfRun, choice: WhatIfChoice): Ratios | 'unstable' | 'lagged' | 'unknown' {
  const { stiffness, settings: own } = run;
  const settings = settingsOf(run, choice);
  if (stiffness === null || own === null || settings === null) return 'unknown';
  if (own.asyncLag > 0) return 'lagged';
  const law = lawOf(run, choice);
  const best = ratio(stiffness.value, own, settings, law);
  if (best === null) return 'unstable';
  const ends = [stiffness.value, ...(stiffness.interval ?? [null])];
  const laws = [law, { stiffness: choice.rate, noise: choice.rate ** 2 }];
  const found = ends.flatMap((k) => laws.map((one) => (k === null ? null : ratio(k, own, settings, one))));
  const finite = found.filter((value) => value !== null);
  return {
    best,
    least: Math.min(...finite),
    most: finite.length < found.length ? null : Math.max(...finite),
  };
}

function lawOf(run: WhatIfRun, choice: WhatIfChoice): Law {
  const { rate } = choice;
  const group = groupRatio(run, choice);
  return run.optimizer === 'sgd'
    ? { stiffness: rate, noise: rate ** 2 / group }
    : { stiffness: rate * Math.sqrt(group), noise: rate ** 2 };
}

/** Null where either run has no stationary state. */
function ratio(k: number, own: LagSettings, settings: LagSettings, law: Law): number | null {
  const stiffness = k * law.stiffness;
  const isStable = (value: number, at: LagSettings): boolean =>
    value > 0 && value < refreshThreshold(at).stiffness;
  if (!isStable(k, own) || !isStable(stiffness, settings)) return null;
  return Math.sqrt(stationaryVariance(stiffness, settings, law.noise) / stationaryVariance(k, own, 1));
}
