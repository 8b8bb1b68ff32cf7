import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { jsonl, runOf } from '../../test/reading';
import { seededNormal } from '../../test/syntheticLog';
import { EXAMPLES } from '../bandit/examples/exampleFiles';
import { exampleLog } from '../bandit/examples/example';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { rowsOf, segmentRun } from '../dynamics/segments/segmentRun';
import type { Run } from '../run/run';
import { diagnose } from './diagnose';
import { FAILURE_MODES, type FailureMode, type Finding } from './finding';
import { stackOf } from './stackOf';

function findingsOf(run: Run): Finding[] {
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = fitCurves(steps, values);
  return diagnose(run, fits, assessRegime(fits, steps, values, segmentation.startIsKnown), segmentation);
}

function verdictsOf(findings: readonly Finding[]): Record<string, Finding['verdict']> {
  return Object.fromEntries(findings.map(({ mode, verdict }) => [mode, verdict]));
}

const ABSENT = 'absent' as const;
const UNKNOWN = 'not-assessable' as const;
const ALL_ABSENT = Object.fromEntries(FAILURE_MODES.map((mode) => [mode, ABSENT]));

describe('the bundled examples', () => {
  it.each<[number, Partial<Record<FailureMode, Finding['verdict']>>]>([
    [0, { 'reward-hacking': UNKNOWN }],
    [1, { 'reward-hacking': UNKNOWN, 'dynamical-instability': 'present' }],
    [2, { 'reward-hacking': UNKNOWN, 'advantage-degeneracy': 'present' }],
    [3, { 'reward-hacking': 'present' }],
  ])('number %d', async (i, expected) => {
    const findings = findingsOf(await runOf(exampleLog(EXAMPLES[i]).text));
    expect(verdictsOf(findings)).toEqual({ ...ALL_ABSENT, ...expected });
    for (const finding of findings) {
      const isPresent = finding.verdict === 'present';
      expect(finding.line === null).toBe(!isPresent);
      expect(finding.severity === null).toBe(!isPresent);
      expect(finding.outlook === null).toBe(!isPresent);
      expect(finding.confidence === null).toBe(finding.verdict === UNKNOWN);
      if (finding.verdict === UNKNOWN) expect(finding.advice).not.toEqual([]);
      else expect(finding.evidence).not.toEqual([]);
      for (const { expected } of finding.evidence) expect(expected).toMatch(/\d/);
      if (isPresent) expect(finding.advice.join(' ')).toMatch(/→/);
    }
  });

  it('the hack starts where the held-out score turns', async () => {
    const [hacking] = findingsOf(await runOf(exampleLog(EXAMPLES[3]).text));
    expect(hacking.step).toBeGreaterThan(180);
    expect(hacking.step).toBeLessThan(260);
    expect(hacking.evidence[0].metric).toBe('eval_reward');
  });
});

const normal = seededNormal(3);
const rows = (n: number, row: (i: number) => object): object[] =>
  Array.from({ length: n }, (_, i) => ({ step: i + 1, ...row(i) }));
const risen = (i: number): number => 0.8 - 0.6 * Math.exp(-i / 30) + 0.02 * normal();

describe('a log that does not say', () => {
  it('of 19 rows: too early for all four', async () => {
    const findings = findingsOf(await runOf(jsonl(rows(19, (i) => ({ reward: risen(i) })))));
    for (const { verdict, summary } of findings) {
      expect(verdict).toBe(UNKNOWN);
      expect(summary).toMatch(/^Too early: 19 rows/);
    }
  });

  it('names the missing column and how this stack logs it', async () => {
    const text = jsonl(rows(80, (i) => ({ 'critic/score/mean': risen(i), 'actor/lr': 1e-6 })));
    const [hacking, degeneracy, concentration, instability] = findingsOf(await runOf(text));
    expect([hacking.verdict, degeneracy.verdict, concentration.verdict]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    expect(hacking.advice.join()).toContain('trainer.test_freq');
    expect(concentration.advice.join()).toContain('actor/entropy');
    expect(instability.verdict).toBe(ABSENT);
  });

  it('says of an entropy that grew how many times its start it is', () => {
    const run = handMadeRun(new Float64Array(80).fill(0.5));
    const values = Float64Array.from({ length: 80 }, (_, i) => 0.3 + 0.01 * Math.min(i, 60));
    const findings = findingsOf({ ...run, series: new Map([['entropy', { ...run.reward, values }]]) });
    expect(findings.find(({ mode }) => mode === 'policy-concentration')?.summary).toMatch(
      /^The entropy has grown to \d\.\d+ times its start; a rise is no concentration/,
    );
  });

  it('a constant entropy is no evidence', () => {
    const run = handMadeRun(Float64Array.from({ length: 80 }, (_, i) => risen(i)));
    const entropy = { ...run.reward, values: new Float64Array(80).fill(0.3) };
    const findings = findingsOf({ ...run, series: new Map([['entropy', entropy]]) });
    expect(findings[2].verdict).toBe(UNKNOWN);
    expect(findings[2].summary).toMatch(/constant throughout/);
  });
});

describe('numbers that are none', () => {
  it('to the end of the log are certain, even on a few rows', async () => {
    const text = jsonl(rows(15, (i) => ({ reward: risen(i), loss: i }))).replace(
      /"loss":(9|1\d)\b/g,
      '"loss":NaN',
    );
    const finding = findingsOf(await runOf(text))[3];
    expect(finding).toMatchObject({ verdict: 'present', severity: 'error', step: 10, line: 10 });
  });

  it('for a stretch in an evaluation column are no failure', async () => {
    const text = jsonl(rows(80, (i) => ({ reward: risen(i), eval_reward: risen(i) }))).replace(
      /("step":3\d,.*"eval_reward":)[^}]*/g,
      '$1NaN',
    );
    expect(verdictsOf(findingsOf(await runOf(text)))).toMatchObject({
      'reward-hacking': ABSENT,
      'dynamical-instability': ABSENT,
    });
  });
});

describe('a fall', () => {
  const fallen = (i: number): number =>
    i < 120 ? risen(i) : Math.max(0.1, 0.8 - (i - 120) * 0.03) + 0.02 * normal();
  const stepped = (i: number): number => (i < 120 ? risen(i) : 0.5 + 0.02 * normal());

  it('with its held-out score is a collapse', async () => {
    const text = jsonl(rows(200, (i) => ({ reward: fallen(i), eval_reward: fallen(i) })));
    expect(verdictsOf(findingsOf(await runOf(text)))).toMatchObject({
      'reward-hacking': ABSENT,
      'dynamical-instability': 'present',
    });
  });

  it('of one step, with the held-out score staying, is a change of the data', async () => {
    const text = jsonl(rows(200, (i) => ({ reward: stepped(i), eval_reward: risen(i) })));
    const instability = findingsOf(await runOf(text))[3];
    expect(instability.verdict).toBe(ABSENT);
    expect(instability.summary).toMatch(/change of data/);
  });
});

describe('a held-out score every 20 steps', () => {
  it('is judged on its own steps', async () => {
    const text = jsonl(
      rows(400, (i) => ({
        reward: risen(i / 2),
        ...((i + 1) % 20 === 0 ? { eval_reward: i < 200 ? risen(i) : 0.8 - 0.002 * (i - 200) } : {}),
      })),
    );
    const [hacking] = findingsOf(await runOf(text));
    expect(hacking.verdict).toBe('present');
    expect(hacking.step).toBeGreaterThan(150);
    expect(hacking.step).toBeLessThan(280);
  });
});

describe('stackOf', () => {
  it.each([
    [{ format: 'trainer_state', metrics: new Map() }, 'trl'],
    [{ format: 'jsonl', metrics: new Map([['kl', 'completions/mean_length']]) }, 'trl'],
    [{ format: 'csv', metrics: new Map([['reward', 'critic_score_mean']]) }, 'verl'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'env/all/reward/total']]) }, 'tinker'],
    [{ format: 'jsonl', metrics: new Map([['learningRate', 'actor_lr']]) }, 'openrlhf'],
    [{ format: 'jsonl', metrics: new Map([['entropy', 'train/approx_entropy']]) }, 'nemo-rl'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'train/agg/all/policy/reward/mean']]) }, 'prime-rl'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'reward/avg_raw_reward']]) }, 'skyrl'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'rollout/raw_reward']]) }, 'slime'],
    [{ format: 'jsonl', metrics: new Map([['reward', 'reward']]) }, 'other'],
  ] as const)('%j', (run, expected) => {
    expect(stackOf(run)).toBe(expected);
  });
});
