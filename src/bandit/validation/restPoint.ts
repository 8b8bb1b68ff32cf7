import type { AdvantageRule } from '../advantage';
import type { BanditWorld } from '../banditForce';
import { fixedPointUnnormalised, type FixedPoint } from '../fixedPoint';
import { simulateBandit, type BanditRun } from '../simulateBandit';

/** Leave-one-out baseline, no std: the expected update does not depend on the group size. */
export const LEAVE_ONE_OUT: AdvantageRule = { baseline: 'leave-one-out', normalisation: 'none' };

/** The validation's bandit: θ_ref = 0 and a KL weight that puts the plateau at p* = 0.85. */
export const WORLD: BanditWorld = { thetaRef: 0, klWeight: 1 / Math.log(0.85 / 0.15), rule: LEAVE_ONE_OUT };

/** Its rest point. */
export const REST: FixedPoint = fixedPointUnnormalised(WORLD.thetaRef, WORLD.klWeight);

/** A run of the expected update (no sampling), plain gradient ascent, from `gap` below the rest point. */
export function expectedRun(gap: number, steps: number): BanditRun {
  return {
    world: WORLD,
    theta0: REST.theta - gap,
    learningRate: 1,
    optimizer: { kind: 'momentum', beta: 0 },
    refreshInterval: 1,
    asyncLag: 0,
    groupSize: Infinity,
    promptsPerStep: 1,
    steps,
    seed: 1,
  };
}

/**
 * Curvature κ measured without any formula or fit: the share of a small gap that one step of a tiny learning rate
 * removes, at β = 0 and K = 1, averaged over both sides so that the cubic remainder is all that is left.
 */
export function measuredCurvature(): number {
  const learningRate = 1e-3;
  const removed = [1e-4, -1e-4].map((gap) => {
    const { theta } = simulateBandit({ ...expectedRun(gap, 1), learningRate });
    return 1 - (REST.theta - theta[1]) / gap;
  });
  return (removed[0] + removed[1]) / 2 / learningRate;
}
