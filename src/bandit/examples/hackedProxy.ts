import type { Example } from './example';
import { jsonLines } from './logText';
import { promptSet } from './promptSet';

const LOGITS = [-1.2, -3.6, 0.6] as const;

/** The reward pays a long, wrong answer more than a right one: the policy first learns the task, then the hack. */
export const HACKED_PROXY: Example = {
  path: 'hacked-proxy/metrics.jsonl',
  title: 'A hacked proxy reward',
  story:
    'Three kinds of answer: right (pays 0.55), a long wrong one that the judge happens to like (pays 1), and wrong (pays ' +
    '0.1). The hack is rare in the reference policy, so the policy first learns to answer rightly and stands near 0.55; ' +
    'from about step 200 it finds the hack. The training reward rises to 1 while accuracy on held-out prompts ' +
    '(`eval_reward`, every 10 steps) falls from 0.9 to 0.02, and KL and answer length climb with it. Expect: reward ' +
    'hacking, from the step where the held-out column turns.',
  run: {
    task: {
      arms: [
        { reward: 0.55, truth: 1, meanLength: 220 },
        { reward: 1, truth: 0, meanLength: 420 },
        { reward: 0.1, truth: 0, meanLength: 150 },
      ],
      prompts: promptSet(256, LOGITS, 0.8, 3),
      heldOut: promptSet(200, LOGITS, 0.8, 4),
      parameters: 'shared',
    },
    klWeight: 0.05,
    rule: { baseline: 'leave-one-out', normalisation: 'none' },
    optimizer: { kind: 'momentum', beta: 0.9 },
    learningRate: 0.5,
    schedule: () => 1,
    refreshInterval: 1,
    groupSize: 8,
    promptsPerStep: 16,
    updates: 500,
    evalEvery: 10,
    seed: 23,
  },
  write: jsonLines,
};
