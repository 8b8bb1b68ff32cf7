import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, runsOf } from '../../test/reading';
import { LogError } from '../logs/logError';
import { sniffRewardLog } from './sniffRewardLog';

const KEYS = [
  'step',
  'reward',
  'reward_std',
  'rewards/f/mean',
  'rewards/f/std',
  'frac_reward_zero_std',
  'eval_reward',
  'arm',
  'seed',
  'split',
  'epoch',
  'learning_rate',
  'critic/score/mean',
  'env/all/by_group/frac_all_good',
  'env/all/by_group/frac_all_bad',
  'batch/solve_none',
  'batch/solve_all',
  'batch/solve_partial',
  'global_step/max_steps',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '',
  '</script><b>',
  'rewards/__proto__/mean',
];
const VALUES = [
  '0',
  '1',
  '-1',
  '0.5',
  '1e308',
  '-1e308',
  'NaN',
  'Infinity',
  'null',
  'true',
  '"train"',
  '"eval"',
  '"10/438"',
  '"a"',
  '{}',
  '[1]',
  '{"x": 1}',
];

const row = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), { maxLength: 10 })
  .map((cells) => `{${cells.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')}}`);

describe('any log', () => {
  it('gives runs that keep their promises, or a LogError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (lines) => {
        const runs = await runsOf(`${lines.join('\n')}\n`).catch((error: unknown) => {
          expect(error).toBeInstanceOf(LogError);
          return [];
        });
        for (const run of runs) {
          const { nonFinite, noReward, noStep, averaged, replacedByResume } = run.dropped;
          const kept = run.reward.steps.length;
          expect(kept).toBeGreaterThan(0);
          expect(kept + nonFinite + noReward + noStep + averaged + replacedByResume).toBe(run.rows);
          for (const series of [run.reward, ...run.series.values()]) {
            expect(series.values.every(Number.isFinite)).toBe(true);
            expect(series.lines).toHaveLength(series.steps.length);
            for (let i = 1; i < series.steps.length; i++)
              expect(series.steps[i]).toBeGreaterThan(series.steps[i - 1] ?? Infinity);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('survives damage anywhere between bytes and runs', async () => {
    const texts = [
      '{"step": 1, "reward": 0.5, "kl": 0.1}\n{"step": 2, "reward": 0.6}\n{"step": 2, "reward": NaN}\n',
      '{"log_history": [{"step": 1, "reward": 0.5}, {"step": 2, "eval_reward": 1}], "max_steps": 9}',
      'arm,step,reward\na,1,0.5\nb,1,0.6\na,2,0.5\nb,2,0.6\n',
    ];
    const damage = fc.tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([text, keep, flips]) => {
        const bytes = new TextEncoder().encode(text).slice(0, (keep % text.length) + 1);
        for (const [at, value] of flips) bytes[at % bytes.length] = value;
        sniffRewardLog(bytes);
        await readText(bytes)
          .then(() => runsOf(bytes))
          .catch((error: unknown) => expect(error).toBeInstanceOf(LogError));
      }),
      { numRuns: 2000 },
    );
  });
});
