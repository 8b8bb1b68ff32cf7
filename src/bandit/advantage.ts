/** What a group's rewards are compared with: their own mean, or the mean of the other G − 1 answers. */
export type Baseline = 'group-mean' | 'leave-one-out';

/** What the advantages are divided by: nothing (Dr. GRPO), the group's std with ddof 0, or with ddof 1 (TRL). */
export type Normalisation = 'none' | 'std-ddof0' | 'std-ddof1';

/** How a group's rewards become advantages. */
export interface AdvantageRule {
  readonly baseline: Baseline;
  readonly normalisation: Normalisation;
}

/** Factor that turns r − mean into r − mean of the others: G/(G−1); 1 for the group mean. */
function baselineFactor(rule: AdvantageRule, groupSize: number): number {
  return rule.baseline === 'leave-one-out' ? groupSize / (groupSize - 1) : 1;
}

/**
 * Advantages of one group's rewards (reward units, or none after a division by the std), written into `out`.
 * A group of equal rewards gives zeros: it carries no force, whatever the rule. G ≥ 2.
 */
export function advantages(rewards: Float64Array, rule: AdvantageRule, out: Float64Array): void {
  const size = rewards.length;
  let mean = 0;
  for (const r of rewards) mean += r / size;
  let squares = 0;
  for (const r of rewards) squares += (r - mean) ** 2;
  // Rounding alone leaves about 1e-33 in a group of equal rewards; no real group has so small a spread.
  const live = squares > 1e-24;
  const spread = rule.normalisation === 'none' ? 1 : Math.sqrt(squares / (size - ddof(rule)));
  const scale = live ? baselineFactor(rule, size) / spread : 0;
  for (let i = 0; i < size; i++) out[i] = (rewards[i] - mean) * scale;
}

/**
 * The sampled policy-gradient update of one group of the two-arm bandit, dθ per unit learning rate, exact: with
 * v = p̂(1−p̂), v (no std), √v (ddof 0), √(v(G−1)/G) (ddof 1); leave-one-out multiplies by G/(G−1) (theory.md §5).
 */
export function groupForce(successes: number, groupSize: number, rule: AdvantageRule): number {
  const share = successes / groupSize;
  const v = share * (1 - share);
  const factor = baselineFactor(rule, groupSize);
  if (rule.normalisation === 'none') return v * factor;
  return Math.sqrt((v * (groupSize - ddof(rule))) / groupSize) * factor;
}

function ddof(rule: AdvantageRule): 0 | 1 {
  return rule.normalisation === 'std-ddof1' ? 1 : 0;
}
