import type { Estimate } from '../estimate';
import { groupRatio, type WhatIfChoice, type WhatIfRun } from './whatIfRun';

/**
 * How much stiffer a choice makes the run, as [law, least, most]. k = ηκ with SGD and ηκ/σ_g with Adam (theory.md §1, §5b):
 * both grow with the rate; σ_g falls as 1/√G at best, and not at all where prompts differ more than answers.
 *
 * @param run the run
 * @param choice the settings to try
 * @returns factors of k
 */
export function stiffnessFactors(
  run: WhatIfRun,
  choice: WhatIfChoice,
): readonly [law: number, least: number, most: number] {
  const { rate } = choice;
  const group = run.optimizer === 'adam' ? Math.sqrt(groupRatio(run, choice)) : 1;
  return [rate * group, rate * Math.min(1, group), rate * Math.max(1, group)];
}

/**
 * The stiffness a choice would give, with the interval of the fitted one carried along. Momentum counts as an average and
 * so leaves it alone, as does the refresh interval.
 *
 * @param run the run
 * @param choice the settings to try
 * @returns k, 1/optimizer step; null where the run's own is not known
 */
export function stiffnessFor(run: WhatIfRun, choice: WhatIfChoice): Estimate | null {
  if (run.stiffness === null) return null;
  const { value, interval } = run.stiffness;
  const [law, least, most] = stiffnessFactors(run, choice);
  const [low, high] = interval ?? [null, null];
  return {
    value: value * law,
    interval: interval && [low === null ? null : low * least, high === null ? null : high * most],
  };
}
