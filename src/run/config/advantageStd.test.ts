import { expect, it } from 'vitest';
import { advantageStd } from './advantageStd';
import { configFacts } from './configFacts';

it.each([
  ['true', 'group'],
  ['group', 'group'],
  ['False', 'none'],
  ['batch', 'batch'],
  ['gdpo', ''],
])('%s says %j', (text, expected) => {
  expect(advantageStd(text)).toBe(expected);
});

it.each([
  ['TRL', [['num_generations', 8] as const, ['scale_rewards', false] as const], { advantageStd: 'none' }],
  [
    'TRL in words',
    [['num_generations', 8] as const, ['scale_rewards', 'none'] as const],
    { advantageStd: 'none' },
  ],
  [
    'verl',
    [
      ['actor_rollout_ref.rollout.n', 8] as const,
      ['algorithm.norm_adv_by_std_in_grpo', true] as const,
      ['algorithm.adv_estimator', 'grpo'] as const,
    ],
    { advantageStd: 'group', advantageEstimator: 'grpo' },
  ],
])('is read from a configuration of %s', (_, settings, expected) => {
  const entries = settings.map(([key, value]) => ({ key, value, line: null }));
  const { facts } = configFacts(entries, 'config.yaml');
  for (const [name, value] of Object.entries(expected)) expect(facts.get(name)?.value).toBe(value);
});
