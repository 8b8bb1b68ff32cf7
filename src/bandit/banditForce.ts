import { groupForce, type AdvantageRule } from './advantage';
import { sigmoid } from './softmax';

/** The two-arm bandit of theory.md §5: rewards 1 and 0, p = σ(θ), and a KL term towards a reference policy. */
export interface BanditWorld {
  /** Log-odds of the reference policy. */
  readonly thetaRef: number;
  /** λ, weight of KL(π ‖ π_ref) in the objective, reward units per nat. */
  readonly klWeight: number;
  readonly rule: AdvantageRule;
}

/** Gradient of λ·KL(π_θ ‖ π_ref) in θ: λ p(1−p)(θ−θ_ref). */
export function klForce(world: BanditWorld, theta: number): number {
  const p = sigmoid(theta);
  return world.klWeight * p * (1 - p) * (theta - world.thetaRef);
}

/** Mean and variance, over sampled groups, of one group's update, and the chance that it carries no force. */
export interface GroupMoments {
  readonly mean: number;
  readonly variance: number;
  /** p^G + (1−p)^G: all answers right, or all wrong. */
  readonly zeroStd: number;
}

/**
 * Exact moments of one group's update at success probability p in (0, 1), summed over the binomial distribution of its
 * successes. This is where a finite G enters the mean path (theory.md §5). G up to about 1000.
 */
export function groupMoments(p: number, groupSize: number, rule: AdvantageRule): GroupMoments {
  const logOdds = Math.log(p) - Math.log1p(-p);
  let logProbability = groupSize * Math.log1p(-p);
  let mean = 0;
  let square = 0;
  for (let j = 0; j <= groupSize; j++) {
    const weight = Math.exp(logProbability);
    const force = groupForce(j, groupSize, rule);
    mean += weight * force;
    square += weight * force * force;
    logProbability += Math.log((groupSize - j) / (j + 1)) + logOdds;
  }
  return { mean, variance: square - mean * mean, zeroStd: p ** groupSize + (1 - p) ** groupSize };
}

/**
 * Expected update g(θ) of a batch, dθ per unit learning rate (theory.md §5). `groupSize` Infinity is the limit of
 * large groups: p(1−p) without a std, √(p(1−p)) with it; a finite one takes the exact mean over sampled groups.
 */
export function expectedForce(world: BanditWorld, theta: number, groupSize: number): number {
  const p = sigmoid(theta);
  const pull =
    groupSize === Infinity ? limitForce(world.rule, p) : groupMoments(p, groupSize, world.rule).mean;
  return pull - klForce(world, theta);
}

function limitForce(rule: AdvantageRule, p: number): number {
  const v = p * (1 - p);
  return rule.normalisation === 'none' ? v : Math.sqrt(v);
}

/** Standard deviation σ_g of the gradient of one batch of B groups of size G at θ: the unit of Adam's steps (theory.md §5b). */
export function gradientStd(world: BanditWorld, theta: number, groupSize: number, prompts: number): number {
  return Math.sqrt(groupMoments(sigmoid(theta), groupSize, world.rule).variance / prompts);
}
