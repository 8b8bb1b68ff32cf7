import { expect, it } from 'vitest';
import { wantedColumns } from './wantedColumns';

it('keeps what a run may be made of, and what the user names', () => {
  const keys = [
    'step',
    'my_reward',
    'actor/kl_loss',
    'epoch',
    'gpu/0/power',
    'timing/rollout_wait',
    'weights/layer7',
    'Mine',
    'clock',
    'seed',
    'run 1 - kl__MIN',
    'batch/total_prompts',
  ];
  expect([...wantedColumns(keys, { metric: 'mine', step: 'clock' })]).toEqual([
    'step',
    'my_reward',
    'actor/kl_loss',
    'epoch',
    'Mine',
    'clock',
    'seed',
    'run 1 - kl__MIN',
    'batch/total_prompts',
  ]);
});
