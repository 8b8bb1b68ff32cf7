import { Random } from '../random';
import type { Example } from './example';
import { csv } from './logText';

/** Half the prompts are far out of reach, the other half soon solved: almost no group carries a gradient. */
export const DEGENERATE_GROUPS: Example = {
  path: 'degenerate-groups/metrics.csv',
  title: 'Degenerate groups',
  story:
    'Each prompt learns on its own. Half of them are so hard that a group of 8 almost never holds a right answer; the ' +
    'other half is solved within a hundred steps, after which all 8 answers are right. Both kinds of group have zero ' +
    'spread and so zero advantage: the fraction of such groups climbs past 0.9 while the reward stands still at one half ' +
    'of its ceiling of 1. Expect: plateaued, with advantage degeneracy: the run has stopped learning, it is not done.',
  run: {
    task: {
      arms: [
        { reward: 1, truth: 1, meanLength: 240 },
        { reward: 0, truth: 0, meanLength: 150 },
      ],
      prompts: halfOutOfReach(256, 5),
      heldOut: [],
      parameters: 'separate',
    },
    klWeight: 0.001,
    rule: { baseline: 'group-mean', normalisation: 'std-ddof1' },
    optimizer: { kind: 'momentum', beta: 0.9 },
    learningRate: 24,
    schedule: () => 1,
    refreshInterval: 1,
    groupSize: 8,
    promptsPerStep: 128,
    updates: 400,
    evalEvery: 0,
    seed: 22,
  },
  write: csv,
};

/** Log-odds of the right answer: −8 ± 0.7 for the hard half (1 in 3000), 0.2 ± 0.9 for the rest. */
function halfOutOfReach(count: number, seed: number): Float64Array[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const noise = random.gaussian();
    return Float64Array.of(i < count / 2 ? -8 + 0.7 * noise : 0.2 + 0.9 * noise, 0);
  });
}
