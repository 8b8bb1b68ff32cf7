import { describe, expect, it } from 'vitest';
import { fittedFrom, simulatedRun } from '../../test/bench/compare/simulatedRun';
import { curveWithNoise } from '../../test/syntheticLog';
import type { Answer } from './answer';
import { compareRuns } from './compareRuns';
import { constantOf } from './constants';
import type { FittedRun } from './fittedRun';
import { lawSentences } from './lawSentences';
import { modelOf } from './modelOf';
import { pairSentences } from './pairSentences';
import { sameSetting } from './sameSetting';
import { settingName } from './settingName';
import { sharedCurve } from './sharedCurve';

const NOISE = { name: 'ρ .3', coefficients: [0.3], sampling: 0 };
const A = simulatedRun(150, 30, NOISE, 21);
const B = simulatedRun(150, 30, NOISE, 22);

const changed = (fitted: FittedRun, changes: Partial<FittedRun['run']>): FittedRun => ({
  ...fitted,
  run: { ...fitted.run, ...changes },
});
const config = (facts: Record<string, number | string>, from = 'test'): FittedRun['run']['config'] =>
  new Map(Object.entries(facts).map(([name, value]) => [name, { value, from }]));

describe('half a cosine through an S', () => {
  const sigmoid = { R0: 0.1, plateau: 0.9, rate: 0.06, midpoint: 110 };
  const half = [9, 10].map((seed) => {
    const { t, y } = curveWithNoise('logistic', sigmoid, 180, 0.02, seed);
    return fittedFrom(t, y);
  });

  it('gives no constant, as in the Report of one run', () => {
    expect(half[0].fits.curves.oscillator?.constants['zeta']).toBeLessThan(1);
    const told = half.flatMap((run) => [
      constantOf(run, 'oscillator', 'plateau'),
      constantOf(run, 'oscillator', 'damping'),
    ]);
    for (const one of told) expect(one).toMatch(/half a cosine|edge of its search/);
  });

  it('is no curve that runs are read by', () => {
    expect(sharedCurve(half)).not.toBe('oscillator');
    expect(compareRuns(half).runs.map(({ damping }) => damping)).toEqual([null, null]);
  });
});

describe('a ratio whose interval is open', () => {
  const answer = (low: number | null, high: number | null): Parameters<typeof pairSentences>[0] => {
    const open = { verdict: 'not-assessable', because: 'x' } as const;
    const damping: Answer = {
      verdict: 'differ',
      kind: 'ratio',
      value: 884,
      interval: [low, high],
      p: 0.01,
      pHolm: 0.02,
      detectable: null,
    };
    return { constants: { plateau: open, timescale: open, damping }, end: open, evaluations: {} };
  };

  it.each([
    [2.3, null, /^B's damping is at least 2\.3 times A's \(95 %\): they differ/],
    [null, 900, /^B's damping is at most 900 times A's \(95 %\): they differ/],
    [2.3, 900, /^B's damping is 884 times A's \(95 % 2\.3 to 900\): they differ/],
  ])('is told by the end that is known: %j to %j', (low, high, sentence) => {
    expect(pairSentences(answer(low, high), ['A', 'B'], [])[0]).toMatch(sentence);
  });
});

describe('one log given twice', () => {
  it('is said, asks nothing, and is pooled once', () => {
    const [a, b] = [A, B].map((fitted, seed) => changed(fitted, { config: config({ groupSize: 8, seed }) }));
    const copy = changed(a, { path: 'elsewhere.jsonl' });
    const { notes, pairs, seeds } = compareRuns([a, copy, b, a]);
    expect(notes).toEqual([
      expect.stringMatching(/^Copies of one log: A, B and D\. They hold the same numbers in every column/),
    ]);
    expect(pairs[0].sentences).toEqual(['B is the same log as A: there is nothing to compare.']);
    expect(seeds.map(({ runs }) => runs)).toEqual([[0, 2]]);
  });

  it('is one note for all logs', () => {
    const { notes } = compareRuns([A, A, B, B]);
    expect(notes).toEqual([expect.stringMatching(/^Copies of one log: A and B; C and D\. /)]);
  });

  it('is not said of runs that differ in another column', () => {
    const kl = { ...A.run.reward, values: A.run.reward.values.map((value) => 1 - value) };
    const other = changed(A, { series: new Map([['kl', kl]]) });
    expect(compareRuns([A, other]).notes).toEqual([]);
  });
});

describe('a learning rate', () => {
  const logged = (rates: readonly number[], kind?: 'largest'): FittedRun['run'] => ({
    ...A.run,
    series: new Map([['learningRate', { ...A.run.reward, values: Float64Array.from(rates) }]]),
    metrics: new Map([['learningRate', 'lr']]),
    config: new Map([
      [
        'learningRate',
        { value: Math.max(...rates), from: '日志中的最大值', ...(kind === undefined ? {} : { kind }) },
      ],
    ]),
  });
  const decayed = (from: number): number[] => Array.from({ length: 50 }, (_, i) => from * (1 - i / 50));

  it.each([
    ['one decay step apart', decayed(1e-6), decayed(1e-6).slice(1), 'largest', true],
    ['two decay steps apart', decayed(1e-6), decayed(1e-6).slice(2), 'largest', false],
    ['ten times apart, with a schedule in steps of ten', [1e-5, 1e-6], [1e-6, 1e-6], 'largest', false],
    ['set one decay step apart', decayed(1e-6), decayed(0.98e-6), undefined, false],
  ] as const)('that is %s, in whatever language its origin is told', (_, a, b, kind, expected) => {
    expect(sameSetting('learningRate', logged(a, kind), logged(b, kind))).toBe(expected);
  });
});

describe('the model of a run', () => {
  it.each([
    [{ path: 'logs/gsm8k_4B_s137.log' }, { value: '4B', from: 'the file’s name', kind: 'name' }],
    [{ path: 'qwen-1.5b/run/log.jsonl' }, { value: '1.5B', from: 'a folder’s name', kind: 'name' }],
    [
      { path: 'a/log.jsonl', name: 'llama-8B' },
      { value: '8B', from: 'the run’s name', kind: 'name' },
    ],
    [
      { path: '7B/log.jsonl', config: config({ model: 'org/m-3B' }) },
      { value: 'org/m-3B', from: 'test' },
    ],
    [{ path: 'runs/log.jsonl' }, null],
  ])('of %j', (about, expected) => {
    expect(modelOf({ name: null, config: new Map(), ...about })).toEqual(expected);
  });

  it('keeps runs of two sizes from being pooled, and where none is known that is said', () => {
    const named = (path: string, fitted: FittedRun): FittedRun =>
      changed(fitted, { path, config: config({ groupSize: 8, seed: path }) });
    expect(compareRuns([named('run_4B.log', A), named('run_8B.log', B)]).seeds).toEqual([]);
    const known = compareRuns([named('a_4B.log', A), named('b_4B.log', B)]);
    expect(lawSentences(known)[0]).toMatch(/a model of 4B by the file’s name, another seed each/);
    const unknown = compareRuns([named('a.log', A), named('b.log', B)]);
    expect(lawSentences(unknown)[0]).toMatch(/That they are of one model is assumed: none tells it\.$/);
  });
});

it.each([
  ['learningRate', 'learning rate'],
  ['beta1', 'momentum (β₁)'],
])('calls %s %s', (name, shown) => {
  expect(settingName(name)).toBe(shown);
});
