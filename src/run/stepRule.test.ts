import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyStepRule, followResumes } from './stepRule';
import type { StepRuleResult } from './stepRule';

function rule(steps: readonly number[], values = steps.map((_, i) => i)): StepRuleResult {
  const rows = Int32Array.from(steps, (_, i) => i);
  return applyStepRule(rows, Float64Array.from(steps), Float64Array.from(values));
}

const column = (cells: readonly (readonly [number, number])[]): Parameters<typeof followResumes>[0] => ({
  key: 'kl',
  rows: Int32Array.from(cells, ([row]) => row),
  values: Float64Array.from(cells, ([, value]) => value),
});

describe('applyStepRule', () => {
  it.each<[string, number[], number[], number[], number, number]>([
    ['nothing', [], [], [], 0, 0],
    ['ascending', [1, 2, 3], [1, 2, 3], [0, 1, 2], 0, 0],
    ['gaps', [10, 20, 40], [10, 20, 40], [0, 1, 2], 0, 0],
    ['micro-batches', [1, 1, 1, 2, 2, 3], [1, 2, 3], [1, 3.5, 5], 3, 0],
    ['a resume', [1, 2, 3, 4, 3, 4, 5], [1, 2, 3, 4, 5], [0, 1, 4, 5, 6], 0, 2],
    ['a resume before the first step', [5, 6, 7, 1, 2], [1, 2], [3, 4], 0, 3],
    ['a resume into a gap', [10, 20, 30, 25, 35], [10, 20, 25, 35], [0, 1, 3, 4], 0, 1],
    ['a replaced average', [1, 2, 2, 2, 1], [1], [4], 0, 4],
    ['two resumes', [0, 1, 2, 1, 2, 0], [0], [5], 0, 5],
    ['restart at every row', [3, 2, 1, 0], [0], [3], 0, 3],
    ['one row', [7], [7], [0], 0, 0],
    ['negative and fractional steps', [-1, -0.5, 0.25], [-1, -0.5, 0.25], [0, 1, 2], 0, 0],
  ])('%s', (_, steps, outSteps, outValues, averaged, replaced) => {
    const result = rule(steps);
    expect([...result.series.steps]).toEqual(outSteps);
    expect([...result.series.values]).toEqual(outValues);
    expect([result.averaged, result.replaced]).toEqual([averaged, replaced]);
  });

  it('sees a resume whose first reward is NaN: the abandoned run leaves nothing behind', () => {
    const steps = [1, 2, 3, 4, 5, 6, 3, 4, 5];
    const result = rule(steps, [1, 2, 3, 4, 5, 6, NaN, 40, Infinity]);
    expect([...result.series.steps]).toEqual([1, 2, 4]);
    expect([...result.series.values]).toEqual([1, 2, 40]);
    expect(result.resumes).toEqual([{ row: 6, step: 3, previousRow: 5, previousStep: 6 }]);
    expect([result.averaged, result.replaced]).toEqual([0, 4]);
  });

  it('remembers the resumes and the first row behind each step', () => {
    const result = rule([1, 2, 2, 3, 2, 3]);
    expect(result.resumes).toEqual([{ row: 4, step: 2, previousRow: 3, previousStep: 3 }]);
    expect([...result.series.rows]).toEqual([0, 4, 5]);
  });

  it('ascends strictly, loses no row uncounted, and keeps what the last pass wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), (steps) => {
        const { series, averaged, replaced } = rule(steps);
        expect(series.steps.length + averaged + replaced).toBe(steps.length);
        for (let i = 1; i < series.steps.length; i++)
          expect(series.steps[i]).toBeGreaterThan(series.steps[i - 1] ?? Infinity);
        if (steps.length > 0) expect(series.steps.at(-1)).toBe(steps.at(-1));
        expect(series.steps.every((step, i) => steps[series.rows[i] ?? -1] === step)).toBe(true);
        const naive = naiveRule(steps);
        expect([...series.steps]).toEqual(naive.map(([step]) => step));
        naive.forEach(([, value], i) => expect(series.values[i]).toBeCloseTo(value, 12));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The rule word for word: at every row that goes back, everything from its step on goes; equal neighbours are averaged. */
function naiveRule(steps: readonly number[]): (readonly [number, number])[] {
  let kept: { step: number; values: number[] }[] = [];
  steps.forEach((step, i) => {
    if (i > 0 && step < (steps[i - 1] ?? 0)) kept = kept.filter((entry) => entry.step < step);
    const last = kept.at(-1);
    if (last?.step === step) last.values.push(i);
    else kept.push({ step, values: [i] });
  });
  return kept.map(({ step, values }) => [
    step,
    values.reduce((sum, value) => sum + value, 0) / values.length,
  ]);
}

describe('followResumes', () => {
  const stepOf = Float64Array.of(1, 2, 3, 4, 3, 4, 5);
  const { resumes } = rule([...stepOf]);

  it.each<[string, (readonly [number, number])[], number[], number[]]>([
    [
      'a column on every row',
      [0, 1, 2, 3, 4, 5, 6].map((row) => [row, row] as const),
      [1, 2, 3, 4, 5],
      [0, 1, 4, 5, 6],
    ],
    [
      'rows only before the resume',
      [
        [0, 7],
        [3, 8],
      ],
      [1],
      [7],
    ],
    [
      'rows only after it',
      [
        [5, 7],
        [6, 8],
      ],
      [4, 5],
      [7, 8],
    ],
    [
      'values that are no numbers',
      [
        [0, NaN],
        [1, Infinity],
        [4, 1],
      ],
      [3],
      [1],
    ],
    ['nothing', [], [], []],
  ])('%s', (_, cells, steps, values) => {
    const series = followResumes(column(cells), stepOf, resumes);
    expect([...series.steps]).toEqual(steps);
    expect([...series.values]).toEqual(values);
  });

  it('lets a process that runs behind write its steps', () => {
    const behind = followResumes(
      column([
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      Float64Array.of(5, 5, 6),
      [],
    );
    expect([[...behind.steps], [...behind.values]]).toEqual([
      [5, 6],
      [1.5, 3],
    ]);
  });

  it('keeps an evaluation row that the resumed run wrote before its first reward', () => {
    // rows: reward 1, reward 2, eval 2 (old), eval 1 (new), reward 1 (new), reward 2
    const steps = Float64Array.of(1, 2, 2, 1, 1, 2);
    const reward = applyStepRule(
      Int32Array.of(0, 1, 4, 5),
      Float64Array.of(1, 2, 1, 2),
      Float64Array.of(0, 1, 2, 3),
    );
    const evaluation = followResumes(
      column([
        [2, 70],
        [3, 80],
      ]),
      steps,
      reward.resumes,
    );
    expect([[...evaluation.steps], [...evaluation.values]]).toEqual([[1], [80]]);
  });
});
