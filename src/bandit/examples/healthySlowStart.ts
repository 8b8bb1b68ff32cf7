import type { Example } from './example';
import { trainerState } from './logText';
import { promptSet } from './promptSet';

/** A healthy run: slow start, one clean rise, a plateau that the KL term holds below 1. */
export const HEALTHY_SLOW_START: Example = {
  path: 'healthy-slow-start/trainer_state.json',
  title: 'A healthy run with a slow start',
  story:
    'Right answers are rare at first (about 1 in 20), so hardly any group carries a gradient; the rise is fastest near ' +
    'step 120 and ends on a plateau near 0.77, where the pull of the reward and the KL term balance. Groups without ' +
    'spread are common at the start, rare in the middle, and settle at about one in five. Expect: plateaued, no ringing, ' +
    'no advantage degeneracy, an entropy that falls and settles; curves made for an S (Hill, ' +
    'logistic) fit the rise better than the single exponential.',
  run: {
    task: {
      arms: [
        { reward: 1, truth: 1, meanLength: 240 },
        { reward: 0, truth: 0, meanLength: 150 },
        { reward: 0, truth: 0, meanLength: 110 },
        { reward: 0, truth: 0, meanLength: 170 },
      ],
      prompts: promptSet(256, [-1.9, 0.6, 0, 0], 0.8, 1),
      heldOut: [],
      parameters: 'shared',
    },
    klWeight: 0.22,
    rule: { baseline: 'leave-one-out', normalisation: 'none' },
    optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learningRate: 0.012,
    schedule: (update) => Math.min(1, (update + 1) / 40),
    refreshInterval: 1,
    groupSize: 8,
    promptsPerStep: 24,
    updates: 500,
    evalEvery: 0,
    seed: 20,
  },
  write: trainerState,
};
