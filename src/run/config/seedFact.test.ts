import { expect, it } from 'vitest';
import { configFacts } from './configFacts';

it.each([
  ['TRL', 'num_generations', 'seed'],
  ['verl', 'actor_rollout_ref.rollout.n', 'data.seed'],
  ['NeMo-RL', 'grpo.num_generations_per_prompt', 'grpo.seed'],
  ['SkyRL', 'generator.n_samples_per_prompt', 'trainer.seed'],
])('reads the seed of %s', (_, mark, key) => {
  const entries = [
    { key: mark, value: 8, line: 1 },
    { key, value: 42, line: 2 },
  ];
  const { facts } = configFacts(entries, 'config.yaml');
  expect([facts.get('groupSize')?.value, facts.get('seed')?.value]).toEqual([8, 42]);
});
