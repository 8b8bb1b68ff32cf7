import { describe, expect, it } from 'vitest';
import { GROUP_SIZE_CELLS, groupSizeRuns } from '../../../test/bench/compare/groupSizeCells';
import { compareRuns } from '../compareRuns';
import type { FittedRun } from '../fittedRun';
import { lawSentences } from '../lawSentences';
import type { Series } from '../../run/run';
import type { GroupSizePair } from './groupSizePair';

const cell = (name: string): (typeof GROUP_SIZE_CELLS)[number] => {
  const found = GROUP_SIZE_CELLS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no cell ${name}`);
  return found;
};
const pairOf = (name: string, seed = 41): [FittedRun, FittedRun] => {
  const [a] = groupSizeRuns(cell(name), 0, 1, seed);
  const [b] = groupSizeRuns(cell(name), 1, 1, 42);
  return [a, b];
};
const only = (runs: readonly FittedRun[]): GroupSizePair => {
  const { groupSize } = compareRuns(runs);
  expect(groupSize).toHaveLength(1);
  return groupSize[0];
};
const seriesOf = ({ steps, values, lines, columns }: Series, count: number): Series => ({
  steps: steps.subarray(0, count),
  values: values.subarray(0, count),
  lines,
  columns,
});
const withFacts = (fitted: FittedRun, facts: Record<string, number | string>): FittedRun => ({
  ...fitted,
  run: {
    ...fitted.run,
    config: new Map([
      ...fitted.run.config,
      ...Object.entries(facts).map(([name, value]) => [name, { value, from: 'test' }] as const),
    ]),
  },
});

describe('SGD with a leave-one-out baseline', () => {
  const [a, b] = pairOf('SGD');

  it('keeps its mean path and loses jitter as 1/G', () => {
    const { meanPath, noise, invarianceMayBeClaimed, timescale } = only([a, b]);
    expect(invarianceMayBeClaimed).toBe(true);
    expect(meanPath.verdict).toBe('no-detectable-difference');
    expect(timescale.verdict).toBe('not-assessable');
    if (noise.verdict === 'not-assessable') throw new Error(noise.because);
    expect(noise).toMatchObject({ predicted: 0.25, floor: 1, without: 1 });
    expect(noise.interval[0]).toBeLessThan(0.25);
    expect(noise.interval[1]).toBeGreaterThan(0.2);
  });

  it('counts answers a step where the prompts differ too', () => {
    const { noise } = only([a, withFacts(b, { promptsPerBatch: 16 })]);
    expect(noise).toMatchObject({ predicted: 1 / 8, floor: 0.5 });
  });

  it('says nothing of laws where another setting differs', () => {
    const pair = only([a, withFacts(b, { learningRate: 99 })]);
    const because = 'the runs also differ in learning rate';
    expect([pair.meanPath, pair.noise]).toEqual([
      { verdict: 'not-assessable', because },
      { verdict: 'not-assessable', because },
    ]);
  });

  it('tests every held-out column of both runs in the same way, with all tests counted', () => {
    const held = [a, b].map((fitted) => ({
      ...fitted,
      run: {
        ...fitted.run,
        evaluations: new Map([
          ['eval/aime', fitted.run.reward],
          ['eval/math', fitted.run.reward],
          ['eval/short', seriesOf(fitted.run.reward, 5)],
        ]),
      },
    }));
    const { evaluations, meanPath } = only(held);
    expect(Object.keys(evaluations)).toEqual(['eval/aime', 'eval/math', 'eval/short']);
    expect(evaluations['eval/short']).toMatchObject({ because: 'the first: 5 evaluations are too few' });
    for (const key of ['eval/aime', 'eval/math']) {
      const test = evaluations[key];
      if ('because' in test || 'because' in meanPath) throw new Error('not assessable');
      expect(test.answers).toEqual(meanPath.answers);
      expect(test.pHolm).toBeCloseTo(Math.min(1, 3 * test.p), 12);
    }
  });
});

it('takes the drift’s factor out where advantages are divided by the group’s std', () => {
  const { meanPath, advantages } = only(pairOf('SGD, group std'));
  expect(advantages).toBe('group-std');
  if ('because' in meanPath || 'because' in meanPath.answers.plateau) throw new Error('not assessable');
  const { value, predicted, p } = meanPath.answers.plateau;
  // The plateau moves by a fifth of itself, and that is what is predicted.
  expect(value).toBeGreaterThan(0.1);
  expect(predicted).toBeGreaterThan(0.08);
  expect(p).toBeGreaterThan(0.01);
});

it('claims no invariance for Adam and predicts the timescale by √G', () => {
  // Of the first seeds the one whose shallow rise shows in both runs.
  const runs = pairOf('Adam, from .8', 44);
  const { invarianceMayBeClaimed, timescale, caveats } = only(runs);
  expect(invarianceMayBeClaimed).toBe(false);
  expect(timescale).toMatchObject({ predicted: 0.5, floor: null });
  expect(caveats.join(' ')).toMatch(/may not be claimed/);
  expect(lawSentences(compareRuns(runs)).join('\n')).toMatch(/Process noise .* predicted 0\.5/);
});

it('asks nothing of runs of one group size', () => {
  const [a] = pairOf('SGD');
  expect(compareRuns([a, a]).groupSize).toEqual([]);
});
