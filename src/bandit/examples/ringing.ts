import type { Example } from './example';
import { jsonLines } from './logText';
import { promptSet } from './promptSet';

/** Momentum and held rollouts carry the reward past its plateau and back, several times. */
export const RINGING: Example = {
  path: 'ringing/metrics.jsonl',
  title: 'A ringing run',
  story:
    'Momentum 0.95 and rollouts that are refreshed only every 4 updates, at a learning rate far beyond the oscillation ' +
    'onset but short of the instability: the reward swings past its plateau near 0.65 and back, each swing smaller than ' +
    'the last. Nothing but the optimizer is wrong: prompts, reward and data never change. Expect: oscillatory, an ' +
    'underdamped oscillator clearly ahead of every curve without ringing; a smaller learning rate, momentum or refresh ' +
    'interval would end it.',
  run: {
    task: {
      arms: [
        { reward: 1, truth: 1, meanLength: 240 },
        { reward: 0, truth: 0, meanLength: 150 },
      ],
      prompts: promptSet(512, [-0.6, 0], 0.4, 2),
      heldOut: [],
      parameters: 'shared',
    },
    klWeight: 0.8,
    rule: { baseline: 'leave-one-out', normalisation: 'none' },
    optimizer: { kind: 'momentum', beta: 0.95 },
    learningRate: 0.9,
    schedule: () => 1,
    refreshInterval: 4,
    groupSize: 8,
    promptsPerStep: 128,
    updates: 400,
    evalEvery: 0,
    seed: 21,
  },
  write: jsonLines,
};
