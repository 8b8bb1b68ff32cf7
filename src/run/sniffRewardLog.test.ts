import fc from 'fast-check';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonl } from '../../test/reading';
import { hasShared, shared } from '../../test/shared';
import { HEAD_BYTES } from '../logs/limits';
import { sniffRewardLog } from './sniffRewardLog';

const sniff = (text: string): string | null =>
  sniffRewardLog(new TextEncoder().encode(text).subarray(0, HEAD_BYTES))?.rewardKey ?? null;
const rows = (count: number, row: (i: number) => object): string =>
  jsonl(Array.from({ length: count }, (_, i) => row(i)));
const long = 'word '.repeat(100);

describe('sniffRewardLog', () => {
  it.each<[string, string, string]>([
    ['trainer_state.json', JSON.stringify({ log_history: [{ step: 1, reward: 1 }] }, null, 2), 'reward'],
    [
      'a trainer_state.json longer than the head',
      JSON.stringify(
        { log_history: Array.from({ length: 2000 }, (_, i) => ({ step: i, reward: i, loss: 0 })) },
        null,
        2,
      ),
      'reward',
    ],
    ['JSON Lines', rows(3, (i) => ({ step: i, reward: i })), 'reward'],
    ['the first row only', '{"step": 1, "reward": 0.5}', 'reward'],
    [
      "verl's file logger",
      rows(3, (i) => ({ step: i, data: { 'critic/score/mean': 0.5 } })),
      'critic/score/mean',
    ],
    [
      'verl with a validation row first',
      rows(3, (i) => ({
        step: i,
        data: i === 0 ? { 'val-core/x/acc/mean@1': 0 } : { 'critic/score/mean': 1 },
      })),
      'critic/score/mean',
    ],
    [
      'EasyR1',
      rows(3, (i) => ({ step: i, reward: { overall: 1, format: 1 }, actor: { ppo_kl: 0 } })),
      'reward/overall',
    ],
    ['ms-swift', rows(3, (i) => ({ reward: 1, 'global_step/max_steps': `${i}/9` })), 'reward'],
    [
      'rows without a step but with training metrics',
      rows(3, () => ({ reward: 1, loss: 0.1, kl: 0.1 })),
      'reward',
    ],
    ['CSV', 'step,reward\n1,0.5\n2,0.6\n', 'reward'],
    [
      'CSV with verl keys in underscores',
      'step,actor_lr,critic_score_mean,actor_ppo_kl\n1,1e-6,0.5,0\n',
      'critic_score_mean',
    ],
    ['a tall table', 'arm,step,reward\na,1,0.5\na,2,0.5\nb,1,0.6\nb,2,0.6\n', 'reward'],
    ['a spreadsheet', 'Step;Mean Reward\n1;0,5\n2;0,6\n', 'Mean Reward'],
    [
      'a sample text beside one row per step',
      rows(9, (i) => ({ step: i, reward: i, loss: 1, prompt: long, completion: long })),
      'reward',
    ],
    ['a huge row', `{"step": 1, "reward": 0.5, "loss": 0.1, "x": [${'1,'.repeat(20_000)}1]}\n`, 'reward'],
  ])('takes %s', (_, text, key) => {
    expect(sniff(text)).toBe(key);
  });

  it.each<[string, string]>([
    ['package.json', JSON.stringify({ name: 'x', scripts: { a: 'b' }, version: '1.0.0' }, null, 2)],
    ['package.json in one line', JSON.stringify({ name: 'x', scripts: { a: 'b' }, version: '1.0.0' })],
    ['tsconfig.json', '{\n  // comment\n  "compilerOptions": { "target": "ES2022" }\n}'],
    [
      'args.json',
      JSON.stringify({ num_generations: 8, learning_rate: 1e-6, reward_weights: [1], beta: 0 }, null, 1),
    ],
    ['a one-line config', JSON.stringify({ learning_rate: 1e-6, beta: 0.04, reward_scale: 1, epochs: 3 })],
    ['prompts and completions', rows(9, () => ({ prompt: 'a', completion: 'b', reward: 1 }))],
    ['long prompts and completions', rows(9, () => ({ prompt: long, completion: long, reward: 1, step: 4 }))],
    [
      "verl's dump of rollouts",
      rows(9, () => ({ input: long, output: long, gts: 'x', score: 1, step: 3, reward: 1 })),
    ],
    [
      'many samples of a few steps',
      rows(40, (i) => ({ step: i >> 3, prompt: long, completion: long, reward: 1 })),
    ],
    [
      "ms-swift's completions.jsonl",
      rows(3, (i) => ({ step: String(i), prompt: ['a'], completion: ['b'], advantages: [1] })),
    ],
    ['preferences', rows(9, () => ({ chosen: 'a', rejected: 'b', reward_chosen: 1, reward_rejected: 0 }))],
    ['questions', rows(9, (i) => ({ question: 'a', answer: 'b', id: i, score: 3 }))],
    ['chat messages', rows(9, (i) => ({ messages: [{ role: 'user', content: 'a' }], reward: i }))],
    ['SFT training', rows(9, (i) => ({ step: i, loss: 1, learning_rate: 1e-6, epoch: 0.1 }))],
    [
      'an SFT trainer_state',
      JSON.stringify(
        {
          log_history: [
            { step: 1, loss: 1 },
            { step: 2, loss: 1 },
          ],
        },
        null,
        2,
      ),
    ],
    ['benchmark scores', 'model,score,rank\na,0.5,1\nb,0.6,2\n'],
    ['exam scores', 'step,score\n1,50\n2,60\n'],
    ['a loyalty programme', 'customer,reward,country\n1,50,DE\n2,60,FR\n'],
    ['prices', 'date,open,close,return\n2024-01-01,1,2,0.1\n2024-01-02,1,2,0.1\n'],
    ['test results', 'name,duration,status\na,1.5,ok\nb,2.5,ok\n'],
    ['server events', rows(9, (i) => ({ level: 'info', time: i, msg: 'hi', latency: 5 }))],
    ['evaluation results', rows(3, (i) => ({ step: i, eval_accuracy: 0.5 }))],
    ['this file', readFileSync(path.join(__dirname, 'sniffRewardLog.test.ts'), 'utf8')],
    ['the alias table', readFileSync(path.join(__dirname, 'metricAliases.json'), 'utf8')],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(sniff(text)).toBeNull();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          sniffRewardLog(bytes);
        },
      ),
      { numRuns: 1000 },
    );
    for (const text of [
      '['.repeat(HEAD_BYTES),
      '{"a":'.repeat(13_000),
      '"'.repeat(HEAD_BYTES),
      ',\n'.repeat(30_000),
    ])
      expect(sniff(text)).toBeNull();
  });

  it.skipIf(!hasShared)(
    'takes every reference log of these carriers, and none of the configs beside them',
    () => {
      const files = readdirSync(shared('logs'), { recursive: true, encoding: 'utf8' }).filter((file) =>
        statSync(shared('logs', file)).isFile(),
      );
      const wanted = files.filter(
        (file) =>
          /\.(?:jsonl|csv|log|md|wandb)$|trainer_state\/|custom-|phi4|tfevents/.test(file) &&
          !/MANIFEST|verl-console|no_history/.test(file),
      );
      const taken = files.filter((file) =>
        sniffRewardLog(readFileSync(shared('logs', file)).subarray(0, HEAD_BYTES)),
      );
      expect(taken.sort()).toEqual(wanted.sort());
      expect(wanted.length).toBeGreaterThan(60);
    },
  );
});
