import type { AdvantageRule } from '../../../src/bandit/advantage';
import type { BanditWorld } from '../../../src/bandit/banditForce';
import type { OptimizerSpec } from '../../../src/bandit/optimizer';
import { simulateBandit } from '../../../src/bandit/simulateBandit';
import { logit } from '../../../src/bandit/softmax';
import type { FittedRun } from '../../../src/compare/fittedRun';
import type { StepUnit } from '../../../src/run/run';
import { fittedFrom } from './simulatedRun';

/** Log-odds of the reference policy: the KL term pulls back to it, whatever the start. */
export const REFERENCE = -2;
/** Expected reward at the plateau, in the limit of large groups. */
export const BANDIT_PLATEAU = 0.9;

export const LEAVE_ONE_OUT: AdvantageRule = { baseline: 'leave-one-out', normalisation: 'none' };

/** The world without a std whose plateau is `BANDIT_PLATEAU`. */
export function plainWorld(rule: AdvantageRule): BanditWorld {
  return { thetaRef: REFERENCE, klWeight: 1 / (logit(BANDIT_PLATEAU) - REFERENCE), rule };
}

/** Sampled GRPO on the two-arm bandit, and what its log would tell of it. */
export interface BanditCase {
  readonly world: BanditWorld;
  readonly optimizer: OptimizerSpec;
  readonly learningRate: number;
  readonly groupSize: number;
  /** Groups a step. */
  readonly prompts: number;
  /** Expected reward at the start. */
  readonly start: number;
  readonly rows: number;
  /** The configuration in the log. */
  readonly config: Readonly<Record<string, number | string>>;
  readonly stepUnit: StepUnit;
}

/** One run of it, fitted as its log would be. */
export function banditRun(one: BanditCase, seed: number): FittedRun {
  const { world, optimizer, learningRate, groupSize, prompts, start, rows } = one;
  const { reward } = simulateBandit({
    ...{ world, optimizer, learningRate, groupSize, seed },
    theta0: logit(start),
    refreshInterval: 1,
    asyncLag: 0,
    promptsPerStep: prompts,
    steps: rows,
  });
  const config = new Map(
    Object.entries(one.config).map(([name, value]) => [name, { value, from: 'simulation' }] as const),
  );
  const stepUnit = { value: one.stepUnit, from: 'simulation' };
  return fittedFrom(Float64Array.from(reward.keys()), reward, { config, stepUnit });
}
