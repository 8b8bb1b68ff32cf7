import type { Estimate } from '../estimate';
import { boundPath } from '../optimizerTime/boundPath';
import {
  CONSTANT_RATE,
  optimizerTimes,
  rateSchedule,
  type RateSchedule,
} from '../optimizerTime/rateSchedule';
import { timesOf } from '../times';
import { settingsOf, type PathBase, type WhatIfChoice, type WhatIfRun } from './whatIfRun';
import { stiffnessFactors, stiffnessFor } from './whatIfStiffness';

/** A predicted trajectory, reward units at the given steps. */
export interface WhatIfTrack {
  readonly steps: readonly number[];
  readonly reward: readonly number[];
  /** 95 %, from the intervals of k (or τ), start and plateau, taken as independent; null where one of them is open. */
  readonly band: { readonly low: readonly number[]; readonly high: readonly number[] } | null;
}

/** Stiffnesses between the ends of the interval at which the path is run: a ringing is not monotone in k. */
const RUNS = 7;
/** Beyond so many optimizer steps the recursion is run at the ends and the middle alone, so that a slider keeps up. */
const MANY_STEPS = 1 << 14;
/** As far as the bound curve itself is fitted. */
const MOST_STEPS = 1 << 20;

/** The gap to the plateau as a share of the first, at all steps. */
type Gap = (speed: number) => Float64Array;

/**
 * The run as it would have gone from its first step under a choice: the exact recursion of theory.md §1 where the bound curve
 * holds, else the overdamped limit in optimizer time, which knows of the learning rate alone. The plateau stays: rate, momentum and refresh
 * interval change how it is reached.
 *
 * @param run the run
 * @param choice the settings to try
 * @param steps absolute logged steps, ascending from the segment's first
 * @returns null where the run's curve does not say, or where the recursion would be too long
 */
export function pathFor(run: WhatIfRun, choice: WhatIfChoice, steps: readonly number[]): WhatIfTrack | null {
  const { path } = run;
  if (path === null) return null;
  const speed = path.tau === null ? stiffnessFor(run, choice) : speedFor(run, choice, path.tau);
  const gap = path.tau === null ? recursion(run, choice, path, steps) : overdamped(run, path, steps);
  if (speed === null || gap === null) return null;
  const best = gap.at(speed.value);
  const { start, plateau } = path;
  const reward = Array.from(best, (x) => plateau.value - (plateau.value - start.value) * x);
  return { steps, reward, band: bandOf(path, speed, gap, best, reward) };
}

interface Runner {
  readonly at: Gap;
  /** How many runs of it a frame has room for. */
  readonly runs: number;
}

/** 1/τ of the choice. */
function speedFor(run: WhatIfRun, choice: WhatIfChoice, { value, interval }: Estimate): Estimate {
  const [law, least, most] = stiffnessFactors(run, choice);
  const [low, high] = interval ?? [null, null];
  return {
    value: law / value,
    interval: interval && [high === null ? null : least / high, low === null ? null : most / low],
  };
}

function ratesOf({ rates }: PathBase): RateSchedule {
  if (rates === null) return CONSTANT_RATE;
  const { steps, values } = rates;
  return (
    rateSchedule({ steps: Float64Array.from(steps), values: Float64Array.from(values) }) ?? CONSTANT_RATE
  );
}

function since({ first }: PathBase, steps: readonly number[]): Float64Array {
  return Float64Array.from(steps, (step) => step - first);
}

function overdamped({ settings }: WhatIfRun, path: PathBase, steps: readonly number[]): Runner {
  const perStep = path.stepUnit === 'rollout' ? (settings?.refreshInterval ?? 1) : 1;
  const times = optimizerTimes(ratesOf(path), path.first, since(path, steps), perStep);
  return { at: (speed) => times.map((s) => Math.exp(-speed * s)), runs: RUNS };
}

function recursion(
  run: WhatIfRun,
  choice: WhatIfChoice,
  base: PathBase,
  steps: readonly number[],
): Runner | null {
  const settings = settingsOf(run, choice);
  if (settings === null) return null;
  const perStep = base.stepUnit === 'rollout' ? settings.refreshInterval : 1;
  const t = since(base, steps);
  const length = t[t.length - 1] * perStep;
  if (length > MOST_STEPS) return null;
  const path = boundPath(t, {
    ...settings,
    biasCorrected: run.optimizer === 'adam',
    fresh: base.fresh,
    perStep,
    rates: ratesOf(base),
    first: base.first,
  });
  const times = timesOf(t);
  const at: Gap = (stiffness) => {
    const gap = new Float64Array(t.length);
    path.fill(times, stiffness, gap, null);
    return gap;
  };
  return { at, runs: length > MANY_STEPS ? 3 : RUNS };
}

function bandOf(
  { start, plateau }: PathBase,
  speed: Estimate,
  gap: Runner,
  best: Float64Array,
  reward: readonly number[],
): WhatIfTrack['band'] {
  const [slow, fast] = speed.interval ?? [null, null];
  const [r, p] = [endsOf(start), endsOf(plateau)];
  if (slow === null || fast === null || r === null || p === null) return null;
  const gaps = Array.from({ length: gap.runs }, (_, i) =>
    gap.at(slow * (fast / slow) ** (i / (gap.runs - 1))),
  );
  const rise = plateau.value - start.value;
  const end = (side: -1 | 1): number[] =>
    reward.map((value, i) => {
      const others = gaps.map((one) => side * rise * (best[i] - one[i]));
      const share = Math.abs(best[i]);
      const index = side === 1 ? 1 : 0;
      return (
        value + side * Math.hypot(Math.max(0, ...others), share * r[index], Math.abs(1 - best[i]) * p[index])
      );
    });
  return { low: end(-1), high: end(1) };
}

/** Distances of the interval's ends from the value. */
function endsOf({ value, interval }: Estimate): readonly [number, number] | null {
  const [low, high] = interval ?? [null, null];
  return low === null || high === null ? null : [value - low, high - value];
}
