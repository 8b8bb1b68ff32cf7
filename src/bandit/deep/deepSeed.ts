import { refreshThreshold } from '../../dynamics/thresholds/refreshThreshold';
import { thresholdBetween } from '../validation/thresholdBetween';
import type { OffPolicy } from './contextGradient';
import { contextTask, type ContextTask } from './contextTask';
import { deepRest, type DeepRest } from './deepRest';
import { perturbationGrows, runCollapses, type DeepCase } from './deepThresholds';

/** The off-policy treatments compared. */
export const TREATMENTS: readonly OffPolicy[] = ['held', 'ratio', 'clipped'];

/** The momenta compared. */
export const BETAS = [0, 0.9] as const;

/** Refresh intervals of the exact gradient. */
export const INTERVALS = [1, 2, 4, 8, 16, 32, 64] as const;

/** Refresh intervals of the sampled runs. */
export const SAMPLED_INTERVALS = [1, 4, 16, 64] as const;

/** One network's results: stiffness, and thresholds as multiples of the predicted k_thr(β, K). */
export interface DeepSeed {
  readonly seed: number;
  /** κ of the fastest direction. */
  readonly curvature: number;
  /** That over the κ which the reward curve shows. */
  readonly spread: number;
  /** Where a small perturbation starts to grow: measured k over predicted, by β then K. */
  readonly onset: readonly (readonly number[])[];
  /** Lowest k at which a sampled run collapses over predicted, by β, then treatment, then K; Infinity where none did. */
  readonly collapse: readonly (readonly (readonly number[])[])[];
}

const HIGHEST = 64;

/** Runs the whole experiment for one random task and network. */
export function deepSeed(seed: number): DeepSeed {
  const task = contextTask(seed);
  const rest = deepRest(task);
  return {
    seed,
    curvature: rest.curvature,
    spread: rest.curvature / rest.curveCurvature,
    onset: BETAS.map((beta) =>
      INTERVALS.map((refreshInterval) => onsetMultiple(task, rest, { beta, refreshInterval })),
    ),
    collapse: BETAS.map((beta) =>
      TREATMENTS.map((offPolicy) =>
        SAMPLED_INTERVALS.map((refreshInterval) =>
          lowestMultiple((multiple) => {
            const rate = predictedRate(rest, { beta, refreshInterval }) * multiple;
            return runCollapses(task, rest, rate, { beta, refreshInterval, offPolicy, seed });
          }),
        ),
      ),
    ),
  };
}

function predictedRate(rest: DeepRest, settings: DeepCase): number {
  return refreshThreshold(settings).stiffness / rest.curvature;
}

function onsetMultiple(task: ContextTask, rest: DeepRest, settings: DeepCase): number {
  const rate = predictedRate(rest, settings);
  return thresholdBetween(
    (multiple) => perturbationGrows(task, rest, rate * multiple, settings),
    0.8,
    1.25,
    1.0005,
  );
}

/** The lowest multiple on a ladder of factors 2 at which it happens, refined to 2^(1/4); Infinity where it never does. */
function lowestMultiple(happens: (multiple: number) => boolean): number {
  let multiple = 1 / 8;
  while (!happens(multiple)) {
    multiple *= 2;
    if (multiple > HIGHEST) return Infinity;
  }
  for (const back of [Math.SQRT1_2, 2 ** -0.25]) if (happens(multiple * back)) multiple *= back;
  return multiple;
}
