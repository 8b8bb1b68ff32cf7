import { describe, expect, it } from 'vitest';
import { detectStack, meaningsOf } from './stack';

describe('detectStack', () => {
  it.each<[string, readonly string[], string | null]>([
    ['names of its own', ['critic/score/mean', 'actor/pg_loss', 'response_length/mean'], 'verl'],
    ['a name that only slime writes', ['rollout/raw_reward', 'rollout/step'], 'slime'],
    [
      'a script of somebody, which evaluates',
      ['train/reward_mean', 'train/loss', 'eval/reward', 'eval/accuracy'],
      null,
    ],
    ['one name that might be anybody’s', ['rewards'], null],
    ['names of a script', ['reward', 'step', 'epoch'], null],
    ['a signature', ['progress/done_frac', 'x'], 'tinker-cookbook'],
    ['a script that evaluates much', ['reward', 'eval/a', 'eval/b', 'eval/c', 'eval/d'], null],
    ['sections that any stack may time', ['reward', 'time/a', 'timing/b', 'timing_s/c', 'timeperf/d'], null],
  ])('%s', (_, keys, stack) => {
    expect(detectStack('jsonl', new Set(keys), meaningsOf(keys))).toBe(stack);
  });
});
