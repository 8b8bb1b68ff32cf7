import { describe, expect, it } from 'vitest';
import { simulatedRun } from '../../test/bench/compare/simulatedRun';
import { compareRuns } from './compareRuns';
import type { Measured } from './difference';
import type { FittedRun } from './fittedRun';
import { lawSentences } from './lawSentences';
import { pooled } from './seedGroups';
import { sizeExponent } from './sizeExponent';

const NOISE = { name: 'ρ .3', coefficients: [0.3], sampling: 0 };
const exactly = (value: number, error = 0.05): Measured => ({
  value,
  below: error,
  above: error,
  degrees: 100,
});

const withConfig = (fitted: FittedRun, config: Record<string, number | string>): FittedRun => ({
  ...fitted,
  run: {
    ...fitted.run,
    config: new Map(Object.entries(config).map(([name, value]) => [name, { value, from: 'test' }])),
  },
});

describe('sizeExponent', () => {
  it('finds the exponent of a power law, and what it says of another size', () => {
    const sizes = [0.5e9, 1.5e9, 7e9];
    const found = sizeExponent(
      sizes.map((parameters) => ({ parameters, logTimescale: exactly(Math.log(3 * parameters ** 0.25)) })),
    );
    if (typeof found === 'string') throw new Error(found);
    expect(found.exponent).toBeCloseTo(0.25, 9);
    expect(found.at(14e9).timescale / (3 * 14e9 ** 0.25)).toBeCloseTo(1, 6);
    expect(found.misfit).toBeCloseTo(1, 6);
  });

  it('widens where the runs scatter by more than their intervals', () => {
    const runs = (kink: number): Parameters<typeof sizeExponent>[0] =>
      [0, kink, 0, -kink, 0].map((off, i) => ({
        parameters: 10 ** (8 + i / 2),
        logTimescale: exactly(off + 0.1 * i),
      }));
    const width = (kink: number): number => {
      const found = sizeExponent(runs(kink));
      if (typeof found === 'string') throw new Error(found);
      return (found.interval[1] ?? Infinity) - (found.interval[0] ?? -Infinity);
    };
    expect(width(0.5)).toBeGreaterThan(4 * width(0.001));
  });

  it('refuses two sizes, however many runs', () => {
    const two = [1e9, 1e9, 2e9, 2e9].map((parameters) => ({ parameters, logTimescale: exactly(1) }));
    expect(sizeExponent(two)).toMatch(/at least 3 model sizes/);
  });
});

describe('pooled', () => {
  it('is the weighted mean without spread where the runs agree', () => {
    const { value, betweenRuns, p } = pooled([exactly(1), exactly(1), exactly(1)], false);
    expect([value, betweenRuns]).toEqual([1, 0]);
    expect(p).toBeCloseTo(1, 9);
  });

  it('finds the spread from seed to seed beyond the runs’ own errors', () => {
    const { betweenRuns, p } = pooled([exactly(0), exactly(1), exactly(2)], false);
    // Sample variance 1 less the error's 0.0025: DerSimonian and Laird agree for equal weights.
    expect(betweenRuns).toBeCloseTo(Math.sqrt(1 - 0.05 ** 2), 9);
    expect(p).toBeLessThan(1e-9);
  });
});

describe('laws of a comparison', () => {
  const runs = [30, 50, 80].map((timescale, i) => simulatedRun(250, timescale, NOISE, 300 + i));

  it('measures the size exponent over three sizes', () => {
    const sized = runs.map((run, i) => withConfig(run, { parameters: [1e9, 3e9, 8e9][i] }));
    const { sizeScaling } = compareRuns(sized);
    if (sizeScaling?.verdict !== 'measured') throw new Error('not measured');
    expect(sizeScaling.interval[0]).toBeLessThan(0.47);
    expect(sizeScaling.interval[1]).toBeGreaterThan(0.47);
    expect(sizeScaling.prediction.parameters).toBe(16e9);
  });

  it('pools runs that differ only in their seed, and no others', () => {
    const twins = [11, 12].map((seed, i) =>
      withConfig(simulatedRun(200, 40, NOISE, seed), { groupSize: 8, seed: i }),
    );
    const other = withConfig(runs[0], { groupSize: 16, seed: 0 });
    const comparison = compareRuns([twins[0], other, twins[1], runs[1]]);
    expect(comparison.seeds.map((group) => group.runs)).toEqual([[0, 2]]);
    expect(lawSentences(comparison)[0]).toMatch(
      /^A, C: the same known settings, another seed each\. Pooled: plateau/,
    );
  });

  it.each([
    [
      'no seed is told',
      {},
      {},
      [[0, 1]],
      /^A, B tell the same settings and no seed: nothing known separates/,
    ],
    ['one tells no seed', { seed: 1 }, {}, [], /^$/],
    ['both have one seed', { seed: 1 }, { seed: 1 }, [], /^$/],
  ])('pools nothing where %s', (_, a, b, groups, sentence) => {
    const [first, second] = [a, b].map((seeds, i) => withConfig(runs[i], { groupSize: 8, ...seeds }));
    const comparison = compareRuns([first, second]);
    expect(comparison.seeds.map((group) => [group.runs, group.constants])).toEqual(
      groups.map((places) => [places, {}]),
    );
    expect(lawSentences(comparison).join()).toMatch(sentence);
  });

  it('pools no runs that share only what their trainer fixes, nor runs of two rewards', () => {
    const fixed = runs.slice(0, 2).map((fitted, seed) => {
      const told = withConfig(fitted, { seed, beta1: 0.9 });
      const beta1 = { value: 0.9, from: 'code', kind: 'fixed' as const };
      return { ...told, run: { ...told.run, config: new Map([...told.run.config, ['beta1', beta1]]) } };
    });
    expect(compareRuns(fixed).seeds).toEqual([]);
    const rewards = runs.slice(0, 2).map((fitted, seed) => {
      const told = withConfig(fitted, { groupSize: 8, seed });
      return { ...told, run: { ...told.run, metrics: new Map([['reward', `reward/${seed}`] as const]) } };
    });
    expect(compareRuns(rewards).seeds).toEqual([]);
  });

  it('carries no κ over between runs of Adam', () => {
    const rates = runs
      .slice(0, 2)
      .map((run, i) => withConfig(run, { optimizer: 'adam', learningRate: i + 1 }));
    expect(compareRuns(rates).carryOver).toEqual([
      { first: 0, second: 1, verdict: 'not-assessable', because: expect.stringMatching(/SGD/) as string },
    ]);
  });
});
