import { advantages, type AdvantageRule } from '../advantage';
import type { Random } from '../random';
import { entropy, klDivergence, softmax } from '../softmax';
import type { Answer, Phase } from './phase';
import type { Policy } from './policy';

/** What the rollouts of one update say about themselves: means over prompts or answers, and exact expectations. */
export interface Rollouts {
  readonly reward: number;
  readonly rewardStdGroup: number;
  readonly rewardStdBatch: number;
  readonly zeroStdFraction: number;
  readonly kl: number;
  readonly entropy: number;
  readonly meanLength: number;
  readonly truncatedFraction: number;
  readonly loss: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** What of a run shapes its rollouts beside the phase. */
export interface RolloutSettings {
  readonly rule: AdvantageRule;
  readonly maxLength: number;
}

/** Spread of answer lengths around their arm's mean. */
const LENGTH_CV = 0.25;

/** Samples one group per prompt from the policy and sums the gradient of the GRPO objective there (ascent direction). */
export class RolloutBatch {
  readonly gradient: Float64Array;
  private readonly rewards: number[] = [];
  private readonly parts: Record<string, number> = {};
  private readonly pi: Float64Array<ArrayBuffer>;
  private readonly reference: Float64Array<ArrayBuffer>;
  private readonly dLogits: Float64Array;
  private readonly sums = { std: 0, zero: 0, kl: 0, entropy: 0, tokens: 0, cut: 0, advantage: 0 };

  private readonly policy: Policy;
  private readonly phase: Phase;
  private readonly settings: RolloutSettings;
  private readonly random: Random;

  constructor(policy: Policy, phase: Phase, settings: RolloutSettings, random: Random) {
    this.policy = policy;
    this.phase = phase;
    this.settings = settings;
    this.random = random;
    this.gradient = new Float64Array(policy.start.length);
    this.pi = new Float64Array(policy.arms);
    this.reference = new Float64Array(policy.arms);
    this.dLogits = new Float64Array(policy.arms);
  }

  /** Draws one group for each prompt and adds its share. */
  add(parameters: Float64Array, prompts: readonly number[]): void {
    const share = 1 / prompts.length;
    for (const prompt of prompts) {
      this.policy.logits(parameters, prompt, this.pi);
      softmax(this.pi, this.pi);
      this.policy.logits(this.policy.start, prompt, this.reference);
      softmax(this.reference, this.reference);
      this.dLogits.fill(0);
      this.addGroup(prompt, share);
      this.addKl(share);
      this.sums.entropy += entropy(this.pi) * share;
      this.policy.addGradient(parameters, prompt, this.dLogits, this.gradient);
    }
  }

  /** The means over what was added. */
  statistics(): Rollouts {
    const { sums, rewards, parts } = this;
    const n = rewards.length;
    const mean = rewards.reduce((sum, r) => sum + r / n, 0);
    return {
      reward: mean,
      rewardStdGroup: sums.std,
      rewardStdBatch: Math.sqrt(rewards.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (n - 1)),
      zeroStdFraction: sums.zero,
      kl: sums.kl,
      entropy: sums.entropy,
      meanLength: sums.tokens / n,
      truncatedFraction: sums.cut / n,
      loss: this.phase.klWeight * sums.kl - sums.advantage / n,
      parts: Object.fromEntries(Object.entries(parts).map(([name, sum]) => [name, sum / n])),
    };
  }

  private addGroup(prompt: number, share: number): void {
    const { groupSize } = this.phase;
    const arms: number[] = [];
    const group = new Float64Array(groupSize);
    for (let i = 0; i < groupSize; i++) {
      arms.push(this.random.index(this.pi));
      group[i] = this.pay(this.phase.answer(prompt, arms[i]));
    }
    this.rewards.push(...group);
    this.sums.std += spread(group) * share;
    this.sums.zero += group.every((r) => r === group[0]) ? share : 0;
    const weights = new Float64Array(groupSize);
    advantages(group, this.settings.rule, weights);
    arms.forEach((arm, i) => {
      const weight = (weights[i] * share) / groupSize;
      this.sums.advantage += weights[i];
      for (let a = 0; a < this.pi.length; a++) this.dLogits[a] -= weight * this.pi[a];
      this.dLogits[arm] += weight;
    });
  }

  private pay({ reward, chance, meanLength, parts }: Answer): number {
    const length = Math.max(1, Math.round(meanLength * (1 + LENGTH_CV * this.random.gaussian())));
    const isCut = length > this.settings.maxLength;
    this.sums.tokens += Math.min(length, this.settings.maxLength);
    this.sums.cut += isCut ? 1 : 0;
    const isPaid = !isCut && (chance >= 1 || this.random.uniform() < chance);
    for (const [name, part] of Object.entries(parts ?? {}))
      this.parts[name] = (this.parts[name] ?? 0) + (isPaid ? part : 0);
    return isPaid ? reward : 0;
  }

  /** −λ ∂KL/∂z_a = −λ π_a (log(π_a/ref_a) − KL). */
  private addKl(share: number): void {
    const kl = klDivergence(this.pi, this.reference);
    this.sums.kl += kl * share;
    for (let a = 0; a < this.pi.length; a++)
      this.dLogits[a] -=
        this.phase.klWeight * share * this.pi[a] * (Math.log(this.pi[a] / this.reference[a]) - kl);
  }
}

/** Standard deviation of a group (ddof 1). */
function spread(group: Float64Array): number {
  const mean = group.reduce((sum, r) => sum + r / group.length, 0);
  return Math.sqrt(group.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (group.length - 1));
}
