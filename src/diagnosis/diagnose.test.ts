import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose';
import { FAILURE_MODES } from './finding';
import { stackOf } from './stackOf';

const TRL = { format: 'trainer_state', metrics: new Map([['reward', 'reward']]) } as const;
const VERL = {
  format: 'csv',
  metrics: new Map([
    ['reward', 'critic/score/mean'],
    ['entropy', 'actor/entropy'],
  ]),
} as const;

describe('diagnose', () => {
  it('always answers for all four modes, and judges none yet', () => {
    for (const run of [TRL, VERL, { format: 'jsonl', metrics: new Map() } as const]) {
      const findings = diagnose(run);
      expect(findings.map(({ mode }) => mode)).toEqual([...FAILURE_MODES]);
      for (const finding of findings) {
        expect(finding.verdict).toBe('not-assessable');
        expect([finding.severity, finding.confidence]).toEqual([null, null]);
        expect(finding.summary).toMatch(/^Not judged by this version; /);
      }
    }
  });

  it('says which column is missing and how this stack logs it', () => {
    const degeneracy = diagnose(TRL)[1];
    expect(degeneracy.summary).toContain('the log has no share of groups with all rewards equal');
    expect(degeneracy.advice).toEqual([expect.stringContaining('frac_reward_zero_std since v0.18.0')]);
  });

  it('names the column that is there', () => {
    const concentration = diagnose(VERL)[2];
    expect(concentration.summary).toContain('the log has the column it needs, actor/entropy');
    expect(concentration.advice).toEqual([]);
  });
});

describe('stackOf', () => {
  it.each([
    [{ format: 'trainer_state', metrics: new Map() }, 'trl'],
    [{ format: 'jsonl', metrics: new Map([['kl', 'completions/mean_length']]) }, 'trl'],
    [{ format: 'csv', metrics: new Map([['reward', 'critic_score_mean']]) }, 'verl'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'env/all/reward/total']]) }, 'tinker'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'reward']]) }, 'other'],
  ] as const)('%j', (run, expected) => {
    expect(stackOf(run)).toBe(expected);
  });
});
