import { expect, it } from 'vitest';
import { isBesideLog } from './isBesideLog';

const LOG = 'file:///home/run/checkpoint-5/trainer_state.json';

it.each([
  ['file:///home/run/checkpoint-5/args.json', true],
  ['file:///home/run/checkpoint-5/grpo-dynamics.json', true],
  ['file:///home/run/grpo-dynamics.json', false],
  ['file:///home/run/.hydra/config.yaml', true],
  ['file:///home/config.yaml', true],
  ['file:///config.yaml', false],
  ['file:///home/other/config.yaml', false],
  ['file:///home/run/checkpoint-5/notes.json', false],
  [LOG, false],
])('%s beside the log: %s', (file, expected) => {
  expect(isBesideLog(file, LOG)).toBe(expected);
});
