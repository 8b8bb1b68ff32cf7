import type { Run } from '../run/run';

/** The stacks whose advice differs; `other` where the keys do not tell. */
export type Stack = 'trl' | 'verl' | 'tinker' | 'other';

const SIGNS: readonly (readonly [RegExp, Stack])[] = [
  [/^(critic\/|critic_|actor\/|val-core\/)/, 'verl'],
  [/^env\//, 'tinker'],
  [/^(train\/)?(frac_reward_zero_std|completions\/|rewards\/.+\/mean$)/, 'trl'],
];

/** Which stack wrote the log, from its keys: enough to name a setting, never used to interpret a number. */
export function stackOf(run: Pick<Run, 'format' | 'metrics'>): Stack {
  if (run.format === 'trainer_state') return 'trl';
  const keys = [...run.metrics.values()];
  const sign = SIGNS.find(([pattern]) => keys.some((key) => pattern.test(key)));
  return sign?.[1] ?? 'other';
}
