import type { Run } from '../run/run';

/** The stacks whose advice differs; `other` where the keys do not tell. */
export type Stack =
  'trl' | 'verl' | 'tinker' | 'openrlhf' | 'nemo-rl' | 'prime-rl' | 'skyrl' | 'slime' | 'other';

const SIGNS: readonly (readonly [RegExp, Stack])[] = [
  [/^(critic\/|critic_|actor\/|val-core\/)/, 'verl'],
  [/^env\//, 'tinker'],
  [/^(train\/)?(actor_lr|actor_grad_norm|ppo_clip_ratio|vllm_kl)$/, 'openrlhf'],
  [/^train\/(approx_entropy|gen_kl_error|token_mult_prob_error|mean_gen_tokens_per_sample)$/, 'nemo-rl'],
  [/^((entropy|mismatch_kl)\/all\/|train\/[^/]+\/(all|effective)\/)/, 'prime-rl'],
  [/^(reward\/avg_|policy\/policy_|generate\/avg_)/, 'skyrl'],
  [/^rollout\/(raw_reward|response_len\/|truncated_ratio)/, 'slime'],
  [/^(train\/)?(frac_reward_zero_std|completions\/|rewards\/.+\/mean$)/, 'trl'],
];

/** Which stack wrote the log, from its keys: enough to name a setting, never used to interpret a number. */
export function stackOf(run: Pick<Run, 'format' | 'metrics'>): Stack {
  if (run.format === 'trainer_state') return 'trl';
  const keys = [...run.metrics.values()];
  const sign = SIGNS.find(([pattern]) => keys.some((key) => pattern.test(key)));
  return sign?.[1] ?? 'other';
}
