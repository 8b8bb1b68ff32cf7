import { describe, expect, it } from 'vitest';
import { simulatedRun } from '../../test/bench/compare/simulatedRun';
import type { Comparison } from './comparison';
import { compareRuns } from './compareRuns';
import type { FittedRun } from './fittedRun';
import { renderComparison } from './renderComparison';

const NOISE = { name: 'ρ .5', coefficients: [0.5], sampling: 0 };
const A = simulatedRun(200, 40, NOISE, 12);
const SAME = simulatedRun(200, 40, NOISE, 17);
const HIGHER = simulatedRun(200, 40, NOISE, 13, 1);
const SHORT = simulatedRun(15, 40, NOISE, 14);

const withConfig = (fitted: FittedRun, config: Record<string, number>): FittedRun => ({
  ...fitted,
  run: {
    ...fitted.run,
    config: new Map(Object.entries(config).map(([name, value]) => [name, { value, from: 'test' }])),
  },
});

const only = ({ pairs }: Comparison): Comparison['pairs'][number] => {
  expect(pairs).toHaveLength(1);
  return pairs[0];
};

describe('compareRuns', () => {
  it('finds a plateau that differs, by how much, and not what is the same', () => {
    const { constants, end } = only(compareRuns([A, HIGHER]));
    const { plateau, timescale } = constants;
    if (plateau.verdict === 'not-assessable') throw new Error(plateau.because);
    expect(plateau.verdict).toBe('differ');
    expect(plateau.interval[0]).toBeLessThan(0.2);
    expect(plateau.interval[1]).toBeGreaterThan(0.2);
    expect(timescale.verdict).toBe('no-detectable-difference');
    expect(end.verdict).toBe('differ');
  });

  it('says how small a change it could have shown where it shows none', () => {
    const pair = only(compareRuns([A, SAME]));
    expect(pair.sentences[0]).toMatch(
      /^No detectable difference; this pair could only have shown a change of the plateau of 0\.\d+ or more/,
    );
    if (pair.constants.plateau.verdict === 'not-assessable') throw new Error('not assessable');
    expect(pair.constants.plateau.detectable).toBeGreaterThan(0.02);
    expect(pair.constants.plateau.detectable).toBeLessThan(0.12);
  });

  it('does not assess the constants of a short run, and compares its end all the same', () => {
    const pair = only(compareRuns([A, SHORT]));
    expect(pair.constants.plateau).toEqual({
      verdict: 'not-assessable',
      because: expect.stringMatching(/^B: /) as string,
    });
    expect(pair.end.verdict).toBe('differ');
  });

  it('compares every pair and counts all questions', () => {
    const { pairs } = compareRuns([A, SAME, HIGHER]);
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const { end } = pairs[1];
    if (end.verdict === 'not-assessable') throw new Error(end.because);
    expect(end.pHolm).toBeGreaterThan(end.p);
  });

  it('compares the end of each held-out score, one by one, and counts them with the other questions', () => {
    const withScores = (fitted: FittedRun, other: FittedRun): FittedRun => ({
      ...fitted,
      run: {
        ...fitted.run,
        evaluations: new Map([
          ['eval/aime', fitted.run.reward],
          ['eval/math', other.run.reward],
        ]),
      },
    });
    const runs = [withScores(A, A), withScores(HIGHER, SAME)];
    const plain = only(compareRuns([A, HIGHER]));
    const { evaluations, end, sentences } = only(compareRuns(runs));
    expect(Object.keys(evaluations)).toEqual(['eval/aime', 'eval/math']);
    expect(evaluations['eval/math'].verdict).toBe('no-detectable-difference');
    if ('because' in plain.end || 'because' in end) throw new Error('not assessable');
    expect(evaluations['eval/aime']).toEqual(end);
    expect(end.pHolm).toBeGreaterThan(plain.end.pHolm);
    expect(sentences[0]).not.toMatch(/^No detectable difference/);
    expect(sentences.filter((text) => text.startsWith('Held out, eval/'))).toEqual([
      expect.stringMatching(/^Held out, eval\/aime: B's last tenth is 0\.\d+ above A's .* they differ/),
      expect.stringMatching(/^Held out, eval\/math: no detectable difference .* could only have shown/),
    ]);
  });

  it('is headed by a held-out score where only that differs', () => {
    const scored = (fitted: FittedRun, score: FittedRun): FittedRun => ({
      ...fitted,
      run: { ...fitted.run, evaluations: new Map([['eval/aime24', score.run.reward]]) },
    });
    const { sentences } = only(compareRuns([scored(A, A), scored(SAME, HIGHER)]));
    expect(sentences[0]).toMatch(
      /^Held out, eval\/aime24: B's last tenth is 0\.\d+ above A's .* they differ/,
    );
    expect(sentences.join(' ')).not.toMatch(/No detectable difference/);
    const twin = only(compareRuns([scored(A, A), scored(A, HIGHER)]));
    expect(twin.sentences.join(' ')).toMatch(/eval\/aime24: B's last tenth/);
  });

  it('asks no question twice because a log is given twice', () => {
    const once = compareRuns([A, HIGHER]);
    const { pairs, runs } = compareRuns([A, HIGHER, A, A]);
    expect(runs.map(({ copyOf }) => copyOf)).toEqual([null, null, 0, 0]);
    expect(pairs[0]).toEqual(once.pairs[0]);
    const again = pairs[3];
    expect([again.first, again.second]).toEqual([1, 2]);
    if ('because' in again.end || 'because' in pairs[0].end) throw new Error('not assessable');
    expect(again.end.pHolm).toBe(pairs[0].end.pHolm);
  });

  it('tells no constant of a run that is too short to be asked', () => {
    const [, short] = compareRuns([A, SHORT]).runs;
    expect([short.plateau, short.timescale, short.damping]).toEqual([null, null, null]);
  });

  it('lists the settings that differ, and only those', () => {
    const { config } = compareRuns([
      withConfig(A, { groupSize: 8, beta1: 0.9 }),
      withConfig(SAME, { groupSize: 16, beta1: 0.9 }),
    ]);
    expect(config.map(({ name, values }) => [name, values.map((value) => value?.value)])).toEqual([
      ['groupSize', [8, 16]],
    ]);
  });

  it('is JSON, and text without control characters of a path', () => {
    const escape = String.fromCharCode(27);
    const named = { ...A, run: { ...A.run, path: `a${escape}[31m.jsonl` } };
    const comparison = compareRuns([named, SHORT]);
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    const text = renderComparison(comparison, { colour: false, width: 80 });
    expect(text).not.toContain(escape);
    expect(text).toMatch(/not assessable/);
  });
});
