import { expect, it } from 'vitest';
import { isBesideLog } from './isBesideLog';

const LOG = 'file:///data/run/checkpoint-5/trainer_state.json';

it.each([
  ['file:///data/run/checkpoint-5/args.json', true],
  ['file:///data/run/checkpoint-5/grpo-dynamics.json', true],
  ['file:///data/run/grpo-dynamics.json', false],
  ['file:///data/run/.hydra/config.yaml', true],
  ['file:///data/config.yaml', true],
  ['file:///config.yaml', false],
  ['file:///data/other/config.yaml', false],
  ['file:///data/run/checkpoint-5/notes.json', false],
  [LOG, false],
])('%s beside the log: %s', (file, expected) => {
  expect(isBesideLog(file, LOG)).toBe(expected);
});
