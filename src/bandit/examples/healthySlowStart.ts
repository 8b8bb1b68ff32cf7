import type { Example } from './example';
import { trainerState } from './logText';
import { promptSet } from './promptSet';

/** A healthy run: slow start, one clean rise, a plateau that the KL term holds below 1. */
export const HEALTHY_SLOW_START: Example = {
  path: 'healthy-slow-start/trainer_state.json',
  title: 'A healthy run with a slow start',
  story:
    'About three in ten answers are right at first; the learning rate warms up over 40 updates, so the rise starts slowly, ' +
    'and it ends on a plateau near 0.9, where the pull of the reward and the KL term balance. Batches are small, so rows ' +
    'scatter. Expect: plateaued and overdamped; the exponential in optimizer time explains the slow start, the plain one ' +
    'is rejected; no ringing, no advantage degeneracy, an entropy that falls and settles.',
  run: {
    task: {
      arms: [
        { reward: 1, truth: 1, meanLength: 240 },
        { reward: 0, truth: 0, meanLength: 150 },
        { reward: 0, truth: 0, meanLength: 110 },
        { reward: 0, truth: 0, meanLength: 170 },
      ],
      prompts: promptSet(256, [0.2, 0.3, 0, 0], 0.3, 1),
      heldOut: [],
      parameters: 'shared',
    },
    klWeight: 0.3,
    rule: { baseline: 'leave-one-out', normalisation: 'none' },
    optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learningRate: 0.008,
    schedule: (update) => Math.min(1, (update + 1) / 40),
    refreshInterval: 1,
    groupSize: 8,
    promptsPerStep: 8,
    updates: 500,
    evalEvery: 0,
    seed: 20,
  },
  write: trainerState,
};
