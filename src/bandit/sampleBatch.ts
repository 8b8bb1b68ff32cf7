import { advantages, type AdvantageRule } from './advantage';
import type { Random } from './random';
import { entropy, klDivergence, softmax } from './softmax';
import { parameterOffset, policyAt, type Task } from './task';

/** What one batch of rollouts says about itself; means over its prompts unless named otherwise. */
export interface BatchStatistics {
  /** Mean reward of all answers. */
  readonly reward: number;
  /** Mean over groups of the within-group standard deviation (ddof 1). */
  readonly rewardStdGroup: number;
  /** Standard deviation over all answers of the batch (ddof 1). */
  readonly rewardStdBatch: number;
  /** Share of groups whose rewards are all equal. */
  readonly zeroStdFraction: number;
  /** Exact KL(π ‖ π_ref), nats per answer. */
  readonly kl: number;
  /** Exact policy entropy, nats per answer. */
  readonly entropy: number;
  /** Tokens per answer. */
  readonly meanLength: number;
  /** −mean advantage + λ·KL: what a trainer prints. */
  readonly loss: number;
}

/** The part of a run that shapes a batch. */
export interface BatchSettings {
  readonly task: Task;
  readonly klWeight: number;
  readonly rule: AdvantageRule;
  readonly groupSize: number;
}

/** Spread of answer lengths around their arm's mean. */
const LENGTH_CV = 0.25;

/**
 * Samples one group per prompt from the policy and returns the gradient of the GRPO objective at that policy (ascent
 * direction) with the batch's statistics: (1/BG) Σ A ∇log π − λ ∇KL, the KL and its gradient exact.
 */
export function sampleBatch(
  settings: BatchSettings,
  parameters: Float64Array,
  prompts: readonly number[],
  random: Random,
): { readonly gradient: Float64Array; readonly statistics: BatchStatistics } {
  const batch = new Batch(settings, parameters, prompts.length);
  for (const prompt of prompts) batch.addGroup(prompt, random);
  return { gradient: batch.gradient, statistics: batch.statistics() };
}

/** Sums over the groups of one batch. */
class Batch {
  readonly gradient: Float64Array;
  private readonly settings: BatchSettings;
  private readonly parameters: Float64Array;
  private readonly count: number;
  private readonly rewards: number[] = [];
  private readonly groupRewards: Float64Array;
  private readonly groupAdvantages: Float64Array;
  private groupStd = 0;
  private zeroStd = 0;
  private kl = 0;
  private entropy = 0;
  private tokens = 0;
  private advantage = 0;

  constructor(settings: BatchSettings, parameters: Float64Array, count: number) {
    this.settings = settings;
    this.parameters = parameters;
    this.count = count;
    this.gradient = new Float64Array(parameters.length);
    this.groupRewards = new Float64Array(settings.groupSize);
    this.groupAdvantages = new Float64Array(settings.groupSize);
  }

  /** Draws one group, adds its share of the gradient and of the statistics. */
  addGroup(prompt: number, random: Random): void {
    const { task } = this.settings;
    const reference = task.prompts[prompt];
    const offset = parameterOffset(task, prompt);
    const policy = policyAt(reference, this.parameters, offset);
    const drawn = this.drawAnswers(policy, random);
    this.addPolicyGradient(policy, drawn, offset);
    this.addKl(policy, softmax(reference), offset);
    this.entropy += entropy(policy) / this.count;
  }

  /** The means over what was added. */
  statistics(): BatchStatistics {
    const { mean, std } = meanAndStd(this.rewards);
    return {
      reward: mean,
      rewardStdGroup: this.groupStd,
      rewardStdBatch: std,
      zeroStdFraction: this.zeroStd,
      kl: this.kl,
      entropy: this.entropy,
      meanLength: this.tokens / this.rewards.length,
      loss: this.settings.klWeight * this.kl - this.advantage / this.rewards.length,
    };
  }

  private drawAnswers(policy: Float64Array, random: Random): number[] {
    const { task, groupSize } = this.settings;
    const drawn: number[] = [];
    for (let i = 0; i < groupSize; i++) {
      const index = random.index(policy);
      const arm = task.arms[index];
      drawn.push(index);
      this.groupRewards[i] = arm.reward;
      this.tokens += Math.max(1, Math.round(arm.meanLength * (1 + LENGTH_CV * random.gaussian())));
    }
    this.rewards.push(...this.groupRewards);
    return drawn;
  }

  private addPolicyGradient(policy: Float64Array, drawn: readonly number[], offset: number): void {
    const { rule, groupSize } = this.settings;
    const { std } = meanAndStd(this.groupRewards);
    this.groupStd += std / this.count;
    this.zeroStd += this.groupRewards.every((r) => r === this.groupRewards[0]) ? 1 / this.count : 0;
    advantages(this.groupRewards, rule, this.groupAdvantages);
    drawn.forEach((arm, i) => {
      const advantage = this.groupAdvantages[i];
      this.advantage += advantage;
      this.addScore(policy, arm, offset, advantage / (groupSize * this.count));
    });
  }

  /** ∇log π(arm) = e_arm − π, times a weight. */
  private addScore(policy: Float64Array, arm: number, offset: number, weight: number): void {
    for (let a = 0; a < policy.length; a++)
      this.addGradient(offset + a, weight * ((a === arm ? 1 : 0) - policy[a]));
  }

  /** ∂KL/∂z_a = π_a (log(π_a/ref_a) − KL). */
  private addKl(policy: Float64Array, reference: Float64Array, offset: number): void {
    const kl = klDivergence(policy, reference);
    const weight = this.settings.klWeight / this.count;
    this.kl += kl / this.count;
    policy.forEach((p, a) => this.addGradient(offset + a, -weight * p * (Math.log(p / reference[a]) - kl)));
  }

  private addGradient(index: number, value: number): void {
    this.gradient[index] = this.gradient[index] + value;
  }
}

function meanAndStd(values: ArrayLike<number>): { mean: number; std: number } {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i] / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return { mean, std: Math.sqrt(squares / (values.length - 1)) };
}
